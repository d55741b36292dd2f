package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.rest;
import static vos.fs.Contents.start;
import static vos.fs.Contents.text;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.WorkspaceException.Reason;

/** What every volume promises to one thread; {@link VolumeRaceContract} has what it promises to several. */
abstract class VolumeContract extends VolumeRaceContract {

    private Volume volume;

    /** A new, empty volume. */
    abstract Volume create() throws IOException;

    /** Whether names of any script can be kept: a host may be set to an older encoding. */
    boolean keepsAnyScript() {
        return true;
    }

    @Override
    final Volume volume() {
        return volume;
    }

    @BeforeEach
    void createVolume() throws IOException {
        volume = create();
    }

    // drafts

    @ParameterizedTest
    @EnumSource
    void aPublishedDraftIsReadBackAsItWasWritten(Publish mode) throws IOException {
        try (Draft draft = volume.draft(at("/a"), mode)) {
            write(draft, "one, ");
            write(draft, "two");
            draft.publish();
            assertFalse(draft.isOpen(), "open after its publication");
        }
        assertThatTree(volume).containsExactly("a = one, two");
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsInvisibleUntilItIsPublished(Publish mode) throws IOException {
        try (Draft draft = volume.draft(at("/a"), mode)) {
            write(draft, "not yet");
            assertThatTree(volume).isEmpty();
            assertRefused(Reason.NOT_FOUND, "/a", () -> volume.status(at("/a")));
            draft.publish();
        }
        assertThatTree(volume).containsExactly("a = not yet");
    }

    @ParameterizedTest
    @EnumSource
    void aDiscardedDraftLeavesNothing(Publish mode) throws IOException {
        volume.makeDirectory(at("/d"));
        Draft draft = volume.draft(at("/d/a"), mode);
        write(draft, "never");
        draft.close();
        draft.close();
        assertThatTree(volume).containsExactly("d/");
        volume.removeDirectory(at("/d"));
        assertThatTree(volume).isEmpty();
    }

    @Test
    void uploadCutBeforeItsEndLeavesTheOldFile() throws IOException {
        put(volume, "/a", "old");
        try (Draft draft = volume.draft(at("/a"), Publish.REPLACE)) {
            write(draft, "ne");
        }
        assertThatTree(volume).containsExactly("a = old");
    }

    @Test
    void aPublishedDraftIsClosedAndStaysPublishedWhenClosedAgain() throws IOException {
        Draft draft = volume.draft(at("/a"), Publish.REPLACE);
        draft.publish();
        draft.close();
        assertThrows(ClosedChannelException.class, () -> draft.write(ByteBuffer.allocate(1)));
        assertThrows(IllegalStateException.class, draft::publish);
        assertThatTree(volume).containsExactly("a = ");
    }

    @Test
    void aDiscardedDraftCannotBePublished() throws IOException {
        Draft draft = volume.draft(at("/a"), Publish.REPLACE);
        draft.close();
        assertThrows(IllegalStateException.class, draft::publish);
        assertThatTree(volume).isEmpty();
    }

    @Test
    void replacingWithAShorterFileLeavesNothingOfTheLonger() throws IOException {
        put(volume, "/a", "a long text");
        put(volume, "/a", "");
        assertThatTree(volume).containsExactly("a = ");
        assertEquals(0, volume.status(at("/a")).size());
    }

    @Test
    void creatingWhatIsThereIsRefusedBeforeAnythingIsWritten() throws IOException {
        put(volume, "/a", "old");
        volume.makeDirectory(at("/d"));
        assertRefused(Reason.ALREADY_EXISTS, "/a", () -> volume.draft(at("/a"), Publish.CREATE));
        assertRefused(Reason.ALREADY_EXISTS, "/d", () -> volume.draft(at("/d"), Publish.CREATE));
        assertRefused(Reason.IS_A_DIRECTORY, "/d", () -> volume.draft(at("/d"), Publish.REPLACE));
        assertRefused(Reason.IS_A_DIRECTORY, "/", () -> volume.draft(Location.ROOT, Publish.REPLACE));
        assertThatTree(volume).containsExactly("a = old", "d/");
    }

    @Test
    void creatingWhatCameMeanwhileIsRefusedAtThePublication() throws IOException {
        try (Draft draft = volume.draft(at("/a"), Publish.CREATE)) {
            put(volume, "/a", "first");
            assertRefused(Reason.ALREADY_EXISTS, "/a", draft::publish);
            assertTrue(draft.isOpen(), "closed by a publication that failed");
        }
        assertThatTree(volume).containsExactly("a = first");
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryThatTookTheNameMeanwhileIsNotReplaced(Publish mode) throws IOException {
        try (Draft draft = volume.draft(at("/a"), mode)) {
            volume.makeDirectory(at("/a"));
            assertRefused(mode == Publish.CREATE ? Reason.ALREADY_EXISTS : Reason.IS_A_DIRECTORY, "/a", draft::publish);
        }
        assertThatTree(volume).containsExactly("a/");
    }

    @Test
    void aDraftWhoseDirectoryWasMovedCannotBePublished() throws IOException {
        volume.makeDirectory(at("/d"));
        try (Draft draft = volume.draft(at("/d/a"), Publish.REPLACE)) {
            volume.move(at("/d"), at("/e"));
            assertRefused(Reason.NOT_FOUND, "/d", draft::publish);
        }
        assertThatTree(volume).containsExactly("e/");
    }

    // reading

    @Test
    void anOpenFileKeepsItsContentWhileItsNameIsReplacedMovedAndRemoved() throws IOException {
        put(volume, "/a", "old content");
        try (StoredFile file = volume.open(at("/a"))) {
            assertEquals("old", start(file, 3));
            put(volume, "/a", "new");
            volume.move(at("/a"), at("/b"));
            volume.removeFile(at("/b"));
            assertEquals(" content", rest(file));
            assertEquals(11, file.size());
        }
        assertThatTree(volume).isEmpty();
    }

    @Test
    void aFileIsReadFromAnyPosition() throws IOException {
        put(volume, "/a", "0123456789");
        try (StoredFile file = volume.open(at("/a"))) {
            file.channel().position(7);
            assertEquals("789", rest(file));
            file.channel().position(0);
            assertEquals("01", start(file, 2));
        }
    }

    @Test
    void onlyFilesAreOpened() throws IOException {
        volume.makeDirectory(at("/d"));
        assertRefused(Reason.IS_A_DIRECTORY, "/d", () -> volume.open(at("/d")));
        assertRefused(Reason.IS_A_DIRECTORY, "/", () -> volume.open(Location.ROOT));
        assertRefused(Reason.NOT_FOUND, "/a", () -> volume.open(at("/a")));
    }

    @Test
    void statusTellsKindSizeAndTime() throws IOException {
        Instant before = Instant.now();
        put(volume, "/a", "gr\u00fc\u00df");
        Status status = volume.status(at("/a"));
        assertEquals(Kind.FILE, status.kind());
        assertEquals(6, status.size(), "bytes, not characters");
        Duration age = Duration.between(before, status.modified()).abs();
        assertTrue(age.compareTo(Duration.ofMinutes(1)) < 0, () -> "modified at " + status.modified());
        assertEquals(Kind.DIRECTORY, volume.status(Location.ROOT).kind());
    }

    @Test
    void aListingIsSortedAndOfOneLevel() throws IOException {
        for (String directory : List.of("/c", "/a", "/c/below")) {
            volume.makeDirectory(at(directory));
        }
        put(volume, "/b", "");
        put(volume, "/B", "");
        List<Entry> expected = List.of(new Entry("B", Kind.FILE), new Entry("a", Kind.DIRECTORY),
                new Entry("b", Kind.FILE), new Entry("c", Kind.DIRECTORY));
        assertEquals(expected, volume.list(Location.ROOT));
        assertEquals(List.of(), volume.list(at("/a")));
        assertRefused(Reason.NOT_A_DIRECTORY, "/b", () -> volume.list(at("/b")));
        assertRefused(Reason.NOT_FOUND, "/x", () -> volume.list(at("/x")));
    }

    // names

    static List<String> longestNames() {
        return List.of("a".repeat(255), "\u00e9".repeat(127) + "a", "\u6f22".repeat(85),
                "\ud83d\ude00".repeat(63) + "abc");
    }

    @ParameterizedTest
    @MethodSource("longestNames")
    void aNameOf255BytesIsKept(String name) throws IOException {
        assumeTrue(keepsAnyScript() || name.startsWith("a"), "the host's encoding of names");
        put(volume, "/" + name, "kept");
        assertThatTree(volume).containsExactly(name + " = kept");
        volume.move(at("/" + name), at("/short"));
        volume.makeDirectory(at("/" + name));
        assertThatTree(volume).containsExactly(name + "/", "short = kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "  two  ", "-rf", "~", "$HOME", "*", "a\"b", "...", "..a", ".hidden", "<<EOF>>"})
    void anOddNameIsKeptAsItIs(String name) throws IOException {
        put(volume, "/" + name, "odd");
        assertThatTree(volume).containsExactly(name + " = odd");
    }

    // directories and removal

    @Test
    void aDirectoryIsMadeOnceAndNeverWithItsParents() throws IOException {
        volume.makeDirectory(at("/d"));
        put(volume, "/a", "");
        assertRefused(Reason.ALREADY_EXISTS, "/d", () -> volume.makeDirectory(at("/d")));
        assertRefused(Reason.ALREADY_EXISTS, "/a", () -> volume.makeDirectory(at("/a")));
        assertRefused(Reason.ALREADY_EXISTS, "/", () -> volume.makeDirectory(Location.ROOT));
        assertRefused(Reason.NOT_FOUND, "/no", () -> volume.makeDirectory(at("/no/such")));
        assertThatTree(volume).containsExactly("a = ", "d/");
    }

    @Test
    void aFileIsNoDirectoryOnTheWayToAnything() throws IOException {
        put(volume, "/a", "file");
        volume.makeDirectory(at("/d"));
        Location below = at("/a/b");
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.status(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.list(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.open(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.draft(below, Publish.REPLACE));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.draft(below, Publish.CREATE));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.makeDirectory(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.removeFile(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.removeDirectory(below));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.move(below, at("/c")));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.move(at("/d"), below));
        assertThatTree(volume).containsExactly("a = file", "d/");
    }

    @Test
    void removingTakesFilesAndEmptyDirectoriesEachByItsOwnMethod() throws IOException {
        volume.makeDirectory(at("/d"));
        put(volume, "/d/a", "");
        assertRefused(Reason.NOT_EMPTY, "/d", () -> volume.removeDirectory(at("/d")));
        assertRefused(Reason.IS_A_DIRECTORY, "/d", () -> volume.removeFile(at("/d")));
        assertRefused(Reason.NOT_A_DIRECTORY, "/d/a", () -> volume.removeDirectory(at("/d/a")));
        assertThatTree(volume).containsExactly("d/", "d/a = ");
        volume.removeFile(at("/d/a"));
        volume.removeDirectory(at("/d"));
        assertThatTree(volume).isEmpty();
        assertRefused(Reason.NOT_FOUND, "/d", () -> volume.removeDirectory(at("/d")));
        assertRefused(Reason.NOT_FOUND, "/d", () -> volume.removeFile(at("/d")));
    }

    @Test
    void theRootIsNeitherRemovedNorMovedNorReplaced() throws IOException {
        assertRefused(Reason.DENIED, "/", () -> volume.removeDirectory(Location.ROOT));
        assertRefused(Reason.IS_A_DIRECTORY, "/", () -> volume.removeFile(Location.ROOT));
        assertRefused(Reason.DENIED, "/", () -> volume.move(Location.ROOT, at("/a")));
        put(volume, "/a", "");
        assertRefused(Reason.IS_A_DIRECTORY, "/", () -> volume.move(at("/a"), Location.ROOT));
        assertThatTree(volume).containsExactly("a = ");
    }

    @Test
    void anEmptyVolumeHasNothingToSweep() throws IOException {
        put(volume, "/a", "stays");
        assertEquals(0, volume.sweep());
        assertThatTree(volume).containsExactly("a = stays");
    }

    // moving

    @Test
    void aFileMovedTakesTheNewNameAndThePlaceOfAFile() throws IOException {
        volume.makeDirectory(at("/d"));
        put(volume, "/a", "new");
        put(volume, "/d/b", "old");
        volume.move(at("/a"), at("/d/b"));
        assertThatTree(volume).containsExactly("d/", "d/b = new");
        volume.move(at("/d/b"), at("/c"));
        assertThatTree(volume).containsExactly("c = new", "d/");
    }

    @Test
    void aDirectoryIsMovedWithAllThatIsInIt() throws IOException {
        volume.makeDirectory(at("/d"));
        volume.makeDirectory(at("/d/sub"));
        put(volume, "/d/sub/a", "deep");
        volume.move(at("/d"), at("/dd"));
        assertThatTree(volume).containsExactly("dd/", "dd/sub/", "dd/sub/a = deep");
    }

    @Test
    void aDirectoryIsNeverReplacedAndReplacesNoFile() throws IOException {
        volume.makeDirectory(at("/d"));
        volume.makeDirectory(at("/e"));
        put(volume, "/a", "file");
        assertRefused(Reason.IS_A_DIRECTORY, "/e", () -> volume.move(at("/d"), at("/e")));
        assertRefused(Reason.IS_A_DIRECTORY, "/e", () -> volume.move(at("/a"), at("/e")));
        assertRefused(Reason.NOT_A_DIRECTORY, "/a", () -> volume.move(at("/d"), at("/a")));
        assertThatTree(volume).containsExactly("a = file", "d/", "e/");
    }

    @Test
    void aDirectoryIsNotMovedIntoItself() throws IOException {
        volume.makeDirectory(at("/d"));
        volume.makeDirectory(at("/d/sub"));
        assertRefused(Reason.DENIED, "/d", () -> volume.move(at("/d"), at("/d/sub/d")));
        assertRefused(Reason.DENIED, "/d", () -> volume.move(at("/d"), at("/d/x")));
        assertThatTree(volume).containsExactly("d/", "d/sub/");
    }

    @Test
    void movingOntoItselfDoesNothingButNeedsSomethingToMove() throws IOException {
        put(volume, "/a", "same");
        volume.move(at("/a"), at("/a"));
        assertThatTree(volume).containsExactly("a = same");
        assertRefused(Reason.NOT_FOUND, "/x", () -> volume.move(at("/x"), at("/x")));
        assertRefused(Reason.NOT_FOUND, "/x", () -> volume.move(at("/x"), at("/a")));
        assertRefused(Reason.NOT_FOUND, "/no", () -> volume.move(at("/a"), at("/no/a")));
        assertEquals("same", text(volume, "/a"));
    }
}
