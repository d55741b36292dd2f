package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vos.fs.Contents.at;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;
import static vos.fs.WorkspaceException.Reason.INVALID_NAME;
import static vos.fs.WorkspaceException.Reason.OUTSIDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.WorkspaceException.Reason;

/** Paths typed with ill intent, on a real disk: each is refused by each operation, and nothing is touched. */
final class WorkspaceConfinementTest {

    private static final List<String> LEADING_OUT = List.of(
            "..", "../", "/..", "/../", "//..", "../..", "../../..", "./..", "./../..", ".//..", "sub/../..",
            "sub/../../", "sub/../../root", "/sub/../../root/file", "../root", "../root/file", "../root/sub/../../root",
            "../outside", "../outside/secret", "/../outside/secret", "../outside/new", "/../outside/../root",
            "../rooted", "../rooted/secret", "../../etc/passwd", "/../../../../../../etc/passwd", "no/such/../../..",
            "file/../..", "sub/./../.././outside", "..//outside//secret", "/./../outside", ". /../../outside");

    private static final List<String> NO_NAMES = List.of(
            "a\0b", "\0", "file\0", "file\0.txt", "sub/\0/../x", "a\nb", "a\r", "a\tb", "\u001b[31mred", "a\u007f",
            "a\u0085b", "\u009b2J", "a\u2028b", "a\u2029b", "a\ud800", "\udc00a", "\ufffd", "sub/a\ufffdb",
            "x".repeat(256), "\u00e9".repeat(128), "sub/" + "x".repeat(256), "x/".repeat(2100) + "x",
            ".vos-0123456789abcdef.part", ".vos-", ".VOS-x", "sub/.vos-notes.txt", "/.vos-/x", "..\0", "sub/../root\0");

    private static final List<String> LINKED = List.of(
            "link-out", "link-out/", "link-out/secret", "link-out/new", "sub/link-up", "sub/link-up/..x",
            "sub/link-up/outside/secret", "sub/link-up/root/file", "link-to-secret", "link-dangling",
            "link-absolute/secret");

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("changeDirectory", Workspace::changeDirectory),
            Map.entry("list", Workspace::list),
            Map.entry("makeDirectory", Workspace::makeDirectory),
            Map.entry("remove", Workspace::remove),
            Map.entry("touch", Workspace::touch),
            Map.entry("move from", (w, path) -> w.move(path, "/moved")),
            Map.entry("move to", (w, path) -> w.move("/file", path)),
            Map.entry("size", Workspace::size),
            Map.entry("status", Workspace::status),
            Map.entry("open", (w, path) -> w.open(path).close()),
            Map.entry("create", (w, path) -> publish(w.create(path, Publish.CREATE))),
            Map.entry("replace", (w, path) -> publish(w.create(path, Publish.REPLACE))));

    @TempDir
    private Path host;

    private Workspace workspace;

    @BeforeEach
    void makeTree() throws IOException {
        Path root = Files.createDirectory(host.resolve("root"));
        Path outside = Files.createDirectory(host.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.writeString(Files.createDirectory(host.resolve("rooted")).resolve("secret"), "secret");
        Files.writeString(root.resolve("file"), "file");
        Files.createDirectory(root.resolve("sub"));
        Files.createSymbolicLink(root.resolve("link-out"), Path.of("../outside"));
        Files.createSymbolicLink(root.resolve("link-absolute"), outside);
        Files.createSymbolicLink(root.resolve("link-to-secret"), Path.of("../outside/secret"));
        Files.createSymbolicLink(root.resolve("link-dangling"), Path.of("../outside/new"));
        Files.createSymbolicLink(root.resolve("sub/link-up"), Path.of("../.."));
        workspace = new Workspace(LocalVolume.open(root));
    }

    private static void publish(Draft draft) throws IOException {
        try (draft) {
            draft.publish();
        }
    }

    @TestFactory
    Stream<DynamicTest> aHostilePathIsRefusedByEachOperationAndNothingIsTouched() {
        return Stream.of(each(LEADING_OUT, OUTSIDE), each(NO_NAMES, INVALID_NAME), each(LINKED, OUTSIDE))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> each(List<String> paths, Reason reason) {
        return paths.stream().flatMap(path -> OPERATIONS.keySet().stream().map(operation ->
                dynamicTest(operation + " " + Names.shown(path), () -> assertHarmless(operation, path, reason))));
    }

    private void assertHarmless(String operation, String path, Reason reason) throws IOException {
        List<String> before = TreeAssert.lines(host);
        WorkspaceException refusal = assertRefused(reason, () -> OPERATIONS.get(operation).on(workspace, path));
        assertThatTree(host).containsExactly(before);
        assertEquals("/", workspace.directory());
        assertTellsNothingOfTheHost(refusal);
    }

    @Test
    void noHostilePathHasAPlace() {
        LEADING_OUT.forEach(path -> assertRefused(OUTSIDE, () -> workspace.resolve(path)));
        NO_NAMES.forEach(path -> assertRefused(INVALID_NAME, () -> workspace.resolve(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/root/file", "C:\\file", "..\\outside\\secret", "%2e%2e/outside", "~",
        "~root", "....//outside", "..%c0%af..", "file:///etc/passwd", "\\\\host\\share"})
    void whatLooksHostileIsOnlyANameInside(String path) throws IOException {
        assertRefused(Reason.NOT_FOUND, () -> workspace.size(path));
        workspace.makeDirectory("x");
        assertRefused(Reason.NOT_FOUND, () -> workspace.open("x/" + path));
    }

    @Test
    void dotDotAfterALinkGoesBackByTheNamesAndNotToWhereTheLinkLeads() throws IOException {
        assertEquals("/file", workspace.resolve("sub/link-up/../../link-out/../file"));
        assertEquals(4, workspace.size("sub/link-up/../../link-out/../file"));
    }

    @Test
    void aDirectoryBesideWhoseNameBeginsAlikeIsOutside() throws IOException {
        LocalVolume homes = LocalVolume.open(host.resolve("home"));
        for (String name : List.of("ann", "anna")) {
            homes.makeDirectory(at("/" + name));
            Contents.put(homes, "/" + name + "/diary", "of " + name);
        }
        Workspace ann = new Workspace(homes.within(at("/ann")));
        assertEquals(List.of(new Entry("diary", Kind.FILE)), ann.list(""));
        for (String path : List.of("../anna", "../anna/diary", "/../anna/diary", "../ann/diary", "..", "x/../../b")) {
            assertRefused(OUTSIDE, path, () -> ann.open(path));
            assertRefused(OUTSIDE, path, () -> ann.move("diary", path));
        }
        assertRefused(Reason.NOT_FOUND, "/anna", () -> ann.open("/anna/diary"));
        assertRefused(Reason.NOT_FOUND, "/ann", () -> ann.open("/ann/diary"));
        assertThatTree(homes).containsExactly("ann/", "ann/diary = of ann", "anna/", "anna/diary = of anna");
    }

    private void assertTellsNothingOfTheHost(WorkspaceException refusal) {
        String message = refusal.getMessage();
        assertFalse(message.contains(host.getFileName().toString()), message);
        assertFalse(message.chars().anyMatch(Character::isISOControl), () -> "control characters in: " + message);
    }

    /** What can be done to a path. */
    @FunctionalInterface
    private interface Operation {

        void on(Workspace workspace, String path) throws IOException;
    }
}
