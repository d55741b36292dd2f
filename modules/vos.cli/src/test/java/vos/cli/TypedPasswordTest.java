package vos.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vos.auth.Password;

/** What is asked at the prompt, how often, and what is left of it in memory. */
class TypedPasswordTest {
    private static final String ONCE = "Password of ann: ";
    private static final String NEW = "New password of ann: ";
    private static final String AGAIN = "The same again: ";
    private static final String DIFFERENT = "vos: the two are not the same";
    private static final String EMPTY = "vos: a password has 1 to 1024 bytes of UTF-8";

    private final List<String> asked = new ArrayList<>();
    private final List<char[]> answers = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void everyAnswerWasOverwritten() {
        answers.forEach(answer -> assertEquals("\0".repeat(answer.length), new String(answer)));
    }

    @Test
    void aKnownPasswordIsTypedOnce() throws IOException {
        try (Password password = typing("one").known("ann")) {
            assertEquals("one", text(password));
        }
        assertEquals(List.of(ONCE), asked);
    }

    @Test
    void aKnownPasswordThatCanBeNoneIsNotAskedForAgain() {
        IOException refusal = assertThrows(IOException.class, () -> typing("", "one").known("ann"));
        assertEquals("a password has 1 to 1024 bytes of UTF-8", refusal.getMessage());
        assertEquals(List.of(ONCE), asked);
    }

    @Test
    void aNameThatSomebodyElseMadeUpCannotTouchTheTerminal() throws IOException {
        typing("one").known("\u001b[2J").close();
        assertEquals(List.of("Password of \\u001b[2J: "), asked);
    }

    @Test
    void aNewPasswordIsTypedTwice() throws IOException {
        try (Password password = typing("one", "one").chosen("ann")) {
            assertEquals("one", text(password));
        }
        assertEquals(List.of(NEW, AGAIN), asked);
        assertEquals(List.of(), said());
    }

    @Test
    void whoMistypesIsAskedAgain() throws IOException {
        try (Password password = typing("one", "onr", "", "two", "two").chosen("ann")) {
            assertEquals("two", text(password));
        }
        assertEquals(List.of(NEW, AGAIN, NEW, NEW, AGAIN), asked);
        assertEquals(List.of(DIFFERENT, EMPTY), said());
    }

    @Test
    void threeTriesAreAllThereAre() {
        IOException refusal = assertThrows(IOException.class,
                () -> typing("a", "b", "c", "d", "e", "f", "g", "g").chosen("ann"));
        assertEquals("no password after 3 tries; nothing was done", refusal.getMessage());
        assertEquals(List.of(NEW, AGAIN, NEW, AGAIN, NEW, AGAIN), asked);
        assertEquals(List.of(DIFFERENT, DIFFERENT, DIFFERENT), said());
    }

    /** As with Ctrl-D. */
    @Test
    void whoRefusesTheAnswerIsNotAskedAgain() {
        assertThrows(NotTyped.class, () -> typing().known("ann"));
        assertThrows(NotTyped.class, () -> typing().chosen("ann"));
        assertThrows(NotTyped.class, () -> typing("one").chosen("ann"));
        assertEquals(List.of(ONCE, NEW, NEW, AGAIN), asked);
    }

    private List<String> said() {
        return err.toString().lines().toList();
    }

    private TypedPassword typing(String... typed) {
        Deque<String> left = new ArrayDeque<>(List.of(typed));
        return new TypedPassword(question -> {
            asked.add(question);
            if (left.isEmpty()) {
                throw new NotTyped();
            }
            answers.add(left.remove().toCharArray());
            return answers.getLast();
        }, new PrintWriter(err));
    }

    private static String text(Password password) {
        return new String(password.bytes(), UTF_8);
    }

    private static final class NotTyped extends IOException {
        private static final long serialVersionUID = 1;
    }
}
