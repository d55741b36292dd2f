package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands of a dialect, found by their words and by what they do. */
class VocabularyTest {
    private static final Vocabulary.Verb LS = new Vocabulary.Verb("ls", Operation.LIST, "[DIRECTORY]", "list it");
    private static final Vocabulary.Verb DIR = new Vocabulary.Verb("dir", Operation.LIST, "", "the same");
    private static final Vocabulary.Verb QUIT = new Vocabulary.Verb("q", Operation.QUIT, "", "leave");

    private final Vocabulary vocabulary = new Vocabulary("> ", List.of(LS, DIR, QUIT));

    @Test
    void aCommandIsFoundByItsWord() {
        assertEquals(Optional.of(DIR), vocabulary.find("dir"));
        assertEquals(Optional.empty(), vocabulary.find("DIR"));
        assertEquals(Optional.empty(), vocabulary.find("di"));
    }

    @Test
    void ofTwoCommandsThatDoTheSameTheFirstIsFound() {
        assertEquals(Optional.of(LS), vocabulary.find(Operation.LIST));
        assertEquals(Optional.empty(), vocabulary.find(Operation.UPLOAD));
    }

    @Test
    void itsCommandsDoNotChange() {
        var verbs = new ArrayList<>(List.of(LS));
        var kept = new Vocabulary("> ", verbs);
        verbs.add(QUIT);
        assertEquals(List.of(LS), kept.verbs());
        assertThrows(UnsupportedOperationException.class, () -> kept.verbs().add(QUIT));
    }

    @Test
    void whetherOtherLinesArePassedOnIsPartOfIt() {
        var passing = Vocabulary.passingOn("$ ", List.of(LS, QUIT));

        assertTrue(passing.passesOn());
        assertFalse(vocabulary.passesOn());
        assertEquals("$ ", passing.prompt());
        assertEquals(Optional.of(LS), passing.find("ls"));
        assertEquals(Optional.empty(), passing.find("grep"), "the server may know it, this does not");
        assertNotEquals(passing, new Vocabulary("$ ", List.of(LS, QUIT)));
    }
}
