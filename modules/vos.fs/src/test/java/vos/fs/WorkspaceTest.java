package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.rest;
import static vos.fs.Contents.text;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vos.fs.WorkspaceException.Reason;

/**
 * What a session does with paths as they are typed; {@link WorkspaceConfinementTest} has those typed with ill intent.
 */
final class WorkspaceTest {

    private final Volume volume = new MemoryVolume();
    private final Workspace workspace = new Workspace(volume);

    @BeforeEach
    void makeTree() throws IOException {
        volume.makeDirectory(at("/a"));
        volume.makeDirectory(at("/a/b"));
        put(volume, "/a/file", "content");
        put(volume, "/top", "top");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /", "//, /", "/., /", ".., /", ".,  /a", "./, /a", "'', /a", "b, /a/b", "b/, /a/b", "./b/., /a/b",
        "b/.., /a", "b//c, /a/b/c", "/x, /x", "../x, /x", "b/../../x, /x", "../a/b, /a/b", "no/such/../.., /a",
        "..., /a/...", "..b, /a/..b", "' b', '/a/ b'"})
    void dotsAndSlashesAreResolvedFromTheCurrentDirectory(String typed, String meant) throws IOException {
        workspace.changeDirectory("a");
        assertEquals(meant, workspace.resolve(typed));
    }

    @Test
    void aSessionStartsAtTheRootAndIsWhereItLastWent() throws IOException {
        assertEquals("/", workspace.directory());
        workspace.changeDirectory("a/b");
        assertEquals("/a/b", workspace.directory());
        workspace.changeDirectory("");
        assertEquals("/a/b", workspace.directory());
        workspace.changeDirectory("..");
        assertEquals("/a", workspace.directory());
        workspace.changeDirectory("/");
        assertEquals("/", workspace.directory());
    }

    @Test
    void aChangeThatFailsLeavesTheSessionWhereItWas() throws IOException {
        workspace.changeDirectory("a");
        assertRefused(Reason.NOT_FOUND, "/a/no", () -> workspace.changeDirectory("no"));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a/file", () -> workspace.changeDirectory("file"));
        assertRefused(Reason.OUTSIDE, "../..", () -> workspace.changeDirectory("../.."));
        assertEquals("/a", workspace.directory());
    }

    @Test
    void theEmptyPathIsTheCurrentDirectoryOnlyWhereADirectoryIsMeant() throws IOException {
        workspace.changeDirectory("a");
        List<Entry> expected = List.of(new Entry("b", Kind.DIRECTORY), new Entry("file", Kind.FILE));
        assertEquals(expected, workspace.list(""));
        assertEquals(expected, workspace.list("."));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.remove(""));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.size(""));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.open(""));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.move("file", ""));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.create("", Publish.REPLACE));
    }

    @Test
    void everySessionHasItsOwnCurrentDirectory() throws IOException {
        Workspace other = new Workspace(volume);
        other.changeDirectory("a");
        other.touch("new");
        assertEquals("/", workspace.directory());
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = content", "a/new = ", "top = top");
    }

    @Test
    void aFileIsCreatedReadAndMeasuredRelativeToTheCurrentDirectory() throws IOException {
        workspace.changeDirectory("a/b");
        try (Draft draft = workspace.create("new", Publish.CREATE)) {
            write(draft, "written");
            draft.publish();
        }
        assertEquals("written", text(volume, "/a/b/new"));
        assertEquals(7, workspace.size("new"));
        try (StoredFile file = workspace.open("../file")) {
            assertEquals("content", rest(file));
        }
        assertRefused(Reason.ALREADY_EXISTS, "/a/b/new", () -> workspace.create("new", Publish.CREATE));
        assertRefused(Reason.IS_A_DIRECTORY, "/a/b", () -> workspace.open("."));
    }

    @Test
    void statusTellsWhatStandsAtAPath() throws IOException {
        workspace.changeDirectory("a");
        assertEquals(volume.status(at("/a/file")), workspace.status("file"));
        assertEquals(volume.status(at("/a")), workspace.status("."));
        assertRefused(Reason.NOT_FOUND, "/a/no", () -> workspace.status("no"));
        assertRefused(Reason.INVALID_NAME, "", () -> workspace.status(""));
    }

    @Test
    void touchCreatesAnEmptyFileAndLeavesOneThatIsThereAlone() throws IOException {
        workspace.touch("a/new");
        workspace.touch("top");
        assertRefused(Reason.IS_A_DIRECTORY, "/a", () -> workspace.touch("a"));
        assertRefused(Reason.NOT_FOUND, "/no", () -> workspace.touch("no/such"));
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = content", "a/new = ", "top = top");
    }

    @Test
    void removeTakesAFileOrAnEmptyDirectory() throws IOException {
        assertRefused(Reason.NOT_EMPTY, "/a", () -> workspace.remove("a"));
        assertRefused(Reason.NOT_FOUND, "/no", () -> workspace.remove("no"));
        workspace.remove("a/b");
        workspace.remove("a/file");
        workspace.remove("a/");
        assertThatTree(volume).containsExactly("top = top");
    }

    @ParameterizedTest
    @CsvSource({"/", ".", "..", "../..", "/a", "/a/b", "../b"})
    void theGroundUnderTheSessionIsNeitherRemovedNorMoved(String path) throws IOException {
        workspace.changeDirectory("a/b");
        assertRefused(Reason.DENIED, () -> workspace.remove(path));
        assertRefused(Reason.DENIED, () -> workspace.move(path, "/elsewhere"));
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = content", "top = top");
    }

    @Test
    void aDirectoryRemovedByAnotherSessionIsNotFoundUntilTheClientGoesElsewhere() throws IOException {
        workspace.changeDirectory("a/b");
        new Workspace(volume).remove("a/b");
        assertEquals("/a/b", workspace.directory());
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.list(""));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.changeDirectory(""));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.touch("x"));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.makeDirectory("x"));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.create("x", Publish.REPLACE));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.open("x"));
        assertRefused(Reason.NOT_FOUND, "/a/b", () -> workspace.move("/top", "x"));
        workspace.changeDirectory("..");
        assertEquals(List.of(new Entry("file", Kind.FILE)), workspace.list(""));
    }

    @Test
    void movingToADirectoryGoesIntoItAndToAnyOtherNameRenames() throws IOException {
        workspace.move("top", "a");
        workspace.move("a/file", "a/renamed");
        workspace.move("a/b", "/b/");
        workspace.move("a/renamed", "b/.");
        assertThatTree(volume).containsExactly("a/", "a/top = top", "b/", "b/renamed = content");
    }

    @Test
    void movingIntoADirectoryReplacesAFileOfThatNameAndNoDirectory() throws IOException {
        put(volume, "/file", "newer");
        workspace.move("file", "a");
        put(volume, "/b", "no directory");
        assertRefused(Reason.IS_A_DIRECTORY, "/a/b", () -> workspace.move("b", "a"));
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = newer", "b = no directory", "top = top");
    }

    @ParameterizedTest
    @CsvSource({"top, top", "top, ./top", "top, /", "a/file, a", "a, a", "a/b, a", "a, ."})
    void movingSomethingOntoItselfDoesNothing(String from, String to) throws IOException {
        workspace.move(from, to);
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = content", "top = top");
    }

    @Test
    void aMoveThatCannotBeLeavesAllAsItWas() throws IOException {
        assertRefused(Reason.NOT_FOUND, "/no", () -> workspace.move("no", "a"));
        assertRefused(Reason.NOT_FOUND, "/no", () -> workspace.move("no", "no"));
        assertRefused(Reason.NOT_FOUND, "/no", () -> workspace.move("top", "no/such"));
        assertRefused(Reason.DENIED, "/a", () -> workspace.move("a", "a/b"));
        assertRefused(Reason.NOT_A_DIRECTORY, "/top", () -> workspace.move("a", "top"));
        assertRefused(Reason.NOT_A_DIRECTORY, "/top", () -> workspace.move("a/file", "top/x"));
        assertThatTree(volume).containsExactly("a/", "a/b/", "a/file = content", "top = top");
    }

    @Test
    void aRefusalIsASentenceForPeople() {
        WorkspaceException refusal = assertRefused(Reason.NOT_FOUND, () -> workspace.open("a/b/../gone.txt"));
        assertEquals("\"/a/gone.txt\" does not exist", refusal.getMessage());
    }

    @Test
    void touchMakesTheFileAlsoIfAnotherSessionRemovesTheOneThatWasThereJustThen() throws IOException {
        put(volume, "/f", "removed meanwhile");
        AtomicBoolean removed = new AtomicBoolean();
        Volume shared = (Volume) Proxy.newProxyInstance(Volume.class.getClassLoader(), new Class<?>[] {Volume.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("status") && removed.compareAndSet(false, true)) {
                        volume.removeFile(at("/f"));
                    }
                    try {
                        return method.invoke(volume, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        new Workspace(shared).touch("/f");
        assertEquals("", text(volume, "/f"));
    }
}
