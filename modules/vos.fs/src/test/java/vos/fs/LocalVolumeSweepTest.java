package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vos.fs.Contents.at;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vos.fs.WorkspaceException.Reason;

/** What the dead left behind is swept, and nothing else: neither the drafts of the living nor the files of users. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class LocalVolumeSweepTest {

    private static final String LEFT_OVER = ".vos-0123456789abcdef.part";

    @TempDir
    private Path host;

    @Parameter
    private Confinement confinement;

    private Path root;
    private Volume volume;

    @BeforeEach
    void openVolume() throws IOException {
        root = host.resolve("root");
        volume = LocalVolumes.open(root, confinement);
    }

    @Test
    void aDraftOfAnotherProcessStaysWhileThatLivesAndIsSweptWhenItWasKilled() throws IOException {
        volume.makeDirectory(at("/d"));
        try (OtherProcess other = OtherProcess.on(root)) {
            other.draft("/d/a");
            assertEquals(0, volume.sweep());
            assertEquals(2, TreeAssert.lines(root).size(), () -> "the living draft is gone");
        }
        assertEquals(2, TreeAssert.lines(root).size(), () -> "a killed process tidied up");
        assertEquals(1, volume.sweep());
        assertThatTree(root).containsExactly("d/");
    }

    @Test
    void aDraftOfThisProcessStaysWhoeverSweeps() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("link"), root);
        try (OtherProcess other = OtherProcess.on(root); Draft draft = volume.draft(at("/a"), Publish.REPLACE)) {
            write(draft, "whole");
            assertEquals(0, volume.sweep());
            assertEquals(0, LocalVolumes.open(link, confinement).sweep());
            // Only now: had a sweep of this process as much as opened the file, its lock would be gone for all others.
            assertEquals(0, other.sweep(1));
            draft.publish();
        }
        assertThatTree(root).containsExactly("a = whole");
    }

    /** Among these many there are some that a sweep finds in the moment between their creation and their lock. */
    @Test
    void draftsBegunWhileAnotherProcessSweepsAreAllPublished() throws Exception {
        List<String> expected = new ArrayList<>();
        try (OtherProcess other = OtherProcess.on(root); ExecutorService thread = Executors.newSingleThreadExecutor()) {
            other.sweep(1);
            Future<Integer> sweeping = thread.submit(() -> other.sweep(1500));
            for (int i = 0; !sweeping.isDone(); i++) {
                String name = "f" + i % 10;
                try (Draft draft = volume.draft(at("/" + name), Publish.REPLACE)) {
                    draft.publish();
                }
                if (i < 10) {
                    expected.add(name + " = ");
                }
            }
            sweeping.get();
        }
        assertThatTree(root).containsExactly(expected);
    }

    @Test
    void leftOversAreSweptAtEveryDepthAndCounted() throws IOException {
        Path deep = Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve(LEFT_OVER), "dead");
        Files.writeString(deep.resolve(LEFT_OVER), "dead");
        Files.writeString(deep.resolve(".vos-fedcba9876543210.part"), "dead");
        assertEquals(3, volume.sweep());
        assertThatTree(root).containsExactly("a/", "a/b/");
        assertEquals(0, volume.sweep());
    }

    @Test
    void whatOnlyLooksLikeALeftOverIsNeverSwept() throws IOException {
        for (String name : List.of(".vos-notes.txt", ".vos-", ".vos-0123456789abcdef.part.txt", "x" + LEFT_OVER,
                ".vos-0123456789abcde.part", ".vos-0123456789abcdef0.part", ".vos-0123456789ABCDEF.part",
                ".vos-0123456789abcdeg.part", "xvos-0123456789abcdef.part", ".vos-0123456789abcdefxpart")) {
            Files.writeString(root.resolve(name), "the user's");
        }
        Files.writeString(Files.createDirectory(root.resolve(LEFT_OVER)).resolve("inner"), "the user's");
        List<String> before = TreeAssert.lines(root);
        assertEquals(0, volume.sweep());
        assertThatTree(root).containsExactly(before);
    }

    @Test
    void aSweepFollowsNoLink() throws IOException {
        Path outside = Files.createDirectory(host.resolve("outside"));
        Path foreign = Files.writeString(outside.resolve(LEFT_OVER), "another volume's");
        Files.createSymbolicLink(root.resolve("directory"), outside);
        Files.createSymbolicLink(root.resolve(LEFT_OVER), foreign);
        List<String> before = TreeAssert.lines(host);
        assertEquals(0, volume.sweep());
        assertThatTree(host).containsExactly(before);
    }

    /** To open a pipe for writing waits for a reader, and here there will be none. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeThatLooksLikeALeftOverDoesNotHoldUpTheSweep() throws Exception {
        String pipe = root.resolve(LEFT_OVER).toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).inheritIO().start().waitFor(), "mkfifo");
        assertEquals(0, assertTimeoutPreemptively(Duration.ofSeconds(10), volume::sweep));
        assertThatTree(root).containsExactly(LEFT_OVER + " ?");
    }

    @Test
    void noClientCanNameALeftOver() throws IOException {
        Files.writeString(root.resolve(LEFT_OVER), "half a secret");
        Workspace workspace = new Workspace(volume);
        assertRefused(Reason.INVALID_NAME, () -> workspace.open(LEFT_OVER));
        assertRefused(Reason.INVALID_NAME, () -> workspace.remove(LEFT_OVER.toUpperCase(Locale.ROOT)));
        assertEquals(List.of(), workspace.list(""));
    }
}
