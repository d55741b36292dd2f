package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.text;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vos.fs.WorkspaceException.Reason;

/** Symbolic links, which only somebody on the host can make: none is followed, replaced, moved or removed. */
@ParameterizedClass
@EnumSource
final class LocalVolumeLinksTest {

    @TempDir
    private Path host;

    @Parameter
    private Confinement confinement;

    private Path root;
    private Volume volume;

    @BeforeEach
    void makeLinksOfEveryKind() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        Path outside = Files.createDirectory(host.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createDirectory(outside.resolve("empty"));
        Files.writeString(root.resolve("file"), "file");
        Files.writeString(Files.createDirectory(root.resolve("directory")).resolve("inner"), "inner");
        link("to-file-outside", "../outside/secret");
        link("to-directory-outside", "../outside");
        link("to-empty-directory-outside", outside.resolve("empty").toString());
        link("to-file-inside", "file");
        link("to-directory-inside", "directory");
        link("dangling", "nowhere");
        link("dangling-outside", "../outside/new");
        link("to-itself", "to-itself");
        link("to-root", ".");
        volume = LocalVolumes.open(root, confinement);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    static Stream<Arguments> operationsOnLinks() {
        List<String> links = List.of("/to-file-outside", "/to-directory-outside", "/to-empty-directory-outside",
                "/to-file-inside", "/to-directory-inside", "/dangling", "/dangling-outside", "/to-itself", "/to-root");
        return links.stream().flatMap(link -> VolumeOperation.all().stream().map(o -> Arguments.of(o, link)));
    }

    @ParameterizedTest
    @MethodSource("operationsOnLinks")
    void aLinkIsRefusedAndStays(VolumeOperation operation, String link) throws IOException {
        List<String> before = TreeAssert.lines(host);
        assertRefused(Reason.OUTSIDE, link, () -> operation.on(volume, at(link)));
        assertThatTree(host).containsExactly(before);
    }

    static Stream<Arguments> operationsThroughLinks() {
        List<String> paths = List.of("/to-directory-outside/secret", "/to-directory-outside/empty",
                "/to-directory-outside/new", "/to-directory-inside/inner", "/to-directory-inside/new", "/to-root/file",
                "/to-file-inside/x", "/dangling/x", "/to-itself/x", "/to-root/to-root/directory/inner");
        return paths.stream().flatMap(path -> VolumeOperation.all().stream().map(o -> Arguments.of(o, path)));
    }

    @ParameterizedTest
    @MethodSource("operationsThroughLinks")
    void aLinkOnTheWayIsRefusedByItsName(VolumeOperation operation, String path) throws IOException {
        List<String> before = TreeAssert.lines(host);
        String link = "/" + at(path).names().getFirst();
        WorkspaceException refusal = assertRefused(Reason.OUTSIDE, link, () -> operation.on(volume, at(path)));
        assertEquals('"' + link + "\" is a symbolic link, and links are not followed", refusal.getMessage());
        assertThatTree(host).containsExactly(before);
    }

    @Test
    void linksAreNotListed() throws IOException {
        assertThatTree(volume).containsExactly("directory/", "directory/inner = inner", "file = file");
    }

    @Test
    void aLinkThatTookTheNameOfADraftIsNotReplaced() throws IOException {
        try (Draft draft = volume.draft(at("/new"), Publish.REPLACE)) {
            link("new", "../outside/secret");
            List<String> before = TreeAssert.lines(host);
            write(draft, "");
            assertRefused(Reason.OUTSIDE, "/new", draft::publish);
            assertThatTree(host).containsExactly(before);
        }
    }

    @Test
    void aDirectoryReplacedByALinkUnderADraftIsNotPublishedInto() throws IOException {
        try (Draft draft = volume.draft(at("/directory/new"), Publish.REPLACE)) {
            Files.move(root.resolve("directory"), root.resolve("aside"));
            link("directory", "../outside");
            assertRefused(Reason.OUTSIDE, "/directory", draft::publish);
        }
        assertThatTree(host.resolve("outside")).containsExactly("empty/", "secret = secret");
    }

    @Test
    void aDirectoryReplacedByAnotherUnderADraftIsNotPublishedInto() throws IOException {
        try (Draft draft = volume.draft(at("/directory/new"), Publish.REPLACE)) {
            Files.move(root.resolve("directory"), root.resolve("aside"));
            Files.createDirectory(root.resolve("directory"));
            assertRefused(Reason.NOT_FOUND, draft::publish);
        }
        assertThatTree(root.resolve("directory")).isEmpty();
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("link"), Path.of("root"));
        Volume throughLink = LocalVolumes.open(link, confinement);
        put(throughLink, "/file", "through the link");
        assertEquals("through the link", text(volume, "/file"));
    }

    @Test
    void theRootIsTheDirectoryThatALinkMeantWhenItWasOpened() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("link"), Path.of("root"));
        Volume throughLink = LocalVolumes.open(link, confinement);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("outside"));
        assertRefused(Reason.NOT_FOUND, "/secret", () -> throughLink.open(at("/secret")));
        assertEquals("file", text(throughLink, "/file"));
    }
}
