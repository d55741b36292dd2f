package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.WorkspaceException.Reason;

final class LocationTest {

    @Test
    void aPlaceIsWrittenWithASlashBeforeEachName() throws WorkspaceException {
        assertEquals("/", Location.ROOT.toString());
        assertEquals("/a/b", Location.ROOT.child("a").child("b").toString());
        assertEquals(new Location(List.of("a", "b")), at("/a/b"));
    }

    @Test
    void aChildHasItsNameAndItsParent() throws WorkspaceException {
        Location parent = at("/a");
        Location child = parent.child("b");
        assertEquals("b", child.name());
        assertEquals(parent, child.parent());
        assertEquals(Location.ROOT, parent.parent());
        assertTrue(Location.ROOT.isRoot());
        assertFalse(parent.isRoot());
    }

    @Test
    void theRootHasNeitherNameNorParent() {
        assertThrows(IllegalStateException.class, Location.ROOT::name);
        assertThrows(IllegalStateException.class, Location.ROOT::parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/ann", "/home/ann/a", "/home/ann/a/b"})
    void whatLiesBelowStartsWithWhatItLiesBelow(String path) {
        assertTrue(at(path).startsWith(at("/home/ann")), path);
        assertTrue(at(path).startsWith(Location.ROOT), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/anna", "/home/anna/a", "/home/an", "/home", "/", "/home/Ann", "/x/home/ann"})
    void aNameThatOnlyBeginsAlikeIsAnotherPlace(String path) {
        assertFalse(at(path).startsWith(at("/home/ann")), path);
    }

    static Stream<Arguments> flawedNames() {
        return Stream.of(
                Arguments.of("", "\"\" is empty, and a name is not"),
                Arguments.of(".", "\".\" is a direction and not a name"),
                Arguments.of("..", "\"..\" is a direction and not a name"),
                Arguments.of("a/b", "\"a/b\" is more than one name: it holds a slash"),
                Arguments.of("/", "\"/\" is more than one name: it holds a slash"),
                Arguments.of("a\0b", "\"a\\x00b\" holds a character"),
                Arguments.of("a\nb", "\"a\\x0Ab\" holds a character"),
                Arguments.of("a\rb", "\"a\\x0Db\" holds a character"),
                Arguments.of("\u001b[2J", "\"\\x1B[2J\" holds a character"),
                Arguments.of("a\u007f", "\"a\\x7F\" holds a character"),
                Arguments.of("a\u0085", "\"a\\x85\" holds a character"),
                Arguments.of("a\u009b", "\"a\\x9B\" holds a character"),
                Arguments.of("a\u2028", "\"a\\u2028\" holds a character"),
                Arguments.of("a\u2029", "\"a\\u2029\" holds a character"),
                Arguments.of("a\ud83d", "\"a\\uD83D\" holds a character"),
                Arguments.of("\ude00a", "\"\\uDE00a\" holds a character"),
                Arguments.of("a\ufffd", "\"a\\uFFFD\" holds a character"),
                Arguments.of("a".repeat(256), "a\" is a name of more than 255 bytes"),
                Arguments.of("\u00e9".repeat(128), "\u00e9\" is a name of more than 255 bytes"),
                Arguments.of("\ud83d\ude00".repeat(64), "\ud83d\ude00\" is a name of more than 255 bytes"),
                Arguments.of(".vos-notes.txt", "\".vos-notes.txt\" begins with .vos-"),
                Arguments.of(".VOS-0123456789abcdef.part", "\".VOS-0123456789abcdef.part\" begins with .vos-"));
    }

    @ParameterizedTest
    @MethodSource("flawedNames")
    void noPlaceHasAFlawedName(String name, String said) {
        WorkspaceException refusal = assertRefused(Reason.INVALID_NAME, () -> Location.ROOT.child(name));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
        List<String> names = List.of("a", name);
        assertThrows(IllegalArgumentException.class, () -> new Location(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "...", ".vos", "vos-a", "a:b", "a\\b", "\u2025", "\uff0e\uff0e", "\u202e",
        "\ud83d\ude00", "e\u0301"})
    void aNameMayBeOdd(String name) throws WorkspaceException {
        assertEquals(name, Location.ROOT.child(name).name());
    }

    @Test
    void aWholePathTakesUpTo4096Bytes() throws WorkspaceException {
        Location longest = new Location(Collections.nCopies(40, "x".repeat(99))).child("y".repeat(95));
        assertEquals(4096, longest.toString().length());
        Location shorter = longest.parent();
        String name = "y".repeat(96);
        assertRefused(Reason.INVALID_NAME, shorter + "/" + name, () -> shorter.child(name));
        List<String> names = new ArrayList<>(shorter.names());
        names.add(name);
        assertThrows(IllegalArgumentException.class, () -> new Location(names));
    }

    @Test
    void aLongNameIsShownByItsTwoEndsAndNeverHalfACharacter() {
        String name = "\ud83d\ude00".repeat(200) + "\n";
        WorkspaceException refusal = assertRefused(Reason.INVALID_NAME, () -> Location.ROOT.child(name));
        String shown = refusal.getMessage().substring(1, refusal.getMessage().indexOf("\" "));
        assertEquals("\ud83d\ude00".repeat(60) + "..." + "\ud83d\ude00".repeat(56) + "\\x0A", shown);
    }

    @Test
    void aPlaceIsNotChangedThroughTheListItWasMadeOf() {
        List<String> names = new ArrayList<>(List.of("a"));
        Location place = new Location(names);
        names.add("..");
        assertEquals("/a", place.toString());
    }
}
