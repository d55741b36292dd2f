package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vos.fs.WorkspaceException.Reason;

/** A part of a volume keeps the contract of a volume, and tells nothing of the rest. */
final class SubtreeTest extends VolumeContract {

    private final MemoryVolume whole = new MemoryVolume();

    @Override
    Volume create() throws IOException {
        whole.makeDirectory(at("/home"));
        whole.makeDirectory(at("/home/ann"));
        return whole.within(at("/home/ann"));
    }

    @Test
    void whatIsWrittenInsideLiesBelowTheTopOfTheWhole() throws IOException {
        put(volume(), "/home", "a name like one above");
        assertThatTree(whole).containsExactly("home/", "home/ann/", "home/ann/home = a name like one above");
    }

    @Test
    void theWholeWithinItsRootIsTheWhole() {
        assertSame(whole, whole.within(Location.ROOT));
    }

    @Test
    void aPartOfAPartLiesBelowBoth() throws IOException {
        volume().makeDirectory(at("/sub"));
        put(volume().within(at("/sub")), "/a", "deep");
        assertThatTree(whole).containsExactly("home/", "home/ann/", "home/ann/sub/", "home/ann/sub/a = deep");
    }

    @Test
    void aDraftPublishedTooLateNamesThePathFromTheTop() throws IOException {
        volume().makeDirectory(at("/sub"));
        try (Draft draft = volume().draft(at("/sub/a"), Publish.CREATE)) {
            put(volume(), "/sub/a", "first");
            assertRefused(Reason.ALREADY_EXISTS, "/sub/a", draft::publish);
        }
    }

    @Test
    void aMissingTopIsToldOfAsTheRoot() throws IOException {
        Volume missing = whole.within(at("/no/such"));
        WorkspaceException refusal = assertRefused(Reason.NOT_FOUND, "/", () -> missing.list(Location.ROOT));
        assertEquals("\"/\" does not exist", refusal.getMessage());
        assertRefused(Reason.NOT_FOUND, "/", () -> missing.draft(at("/a"), Publish.REPLACE));
        assertRefused(Reason.ALREADY_EXISTS, "/", () -> missing.makeDirectory(Location.ROOT));
    }

    @Test
    void theTopIsADirectoryAlsoWhereItIsAFileOrMissing() throws IOException {
        put(whole, "/file", "nobody's");
        for (Volume part : List.of(whole.within(at("/file")), whole.within(at("/missing")))) {
            assertRefused(Reason.IS_A_DIRECTORY, "/", () -> part.open(Location.ROOT));
            assertRefused(Reason.IS_A_DIRECTORY, "/", () -> part.draft(Location.ROOT, Publish.REPLACE));
        }
        assertThatTree(whole).containsExactly("file = nobody's", "home/", "home/ann/");
    }

    @Test
    void aPathThatIsTooLongOnlyBelowTheTopIsRefusedWithoutTheTopsName() throws IOException {
        List<String> names = Stream.generate(() -> "x".repeat(99)).limit(40).toList();
        Location deep = new Location(names).child("y".repeat(95));
        WorkspaceException refusal = assertRefused(Reason.INVALID_NAME, deep.toString(), () -> volume().status(deep));
        assertEquals(-1, refusal.getMessage().indexOf("ann"), refusal.getMessage());
    }
}
