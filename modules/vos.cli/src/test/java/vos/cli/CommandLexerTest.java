package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.cli.CommandLexer.Typed;

/** What is typed, cut into commands and words. */
class CommandLexerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", ";", " ; ;; ", "# a comment", "  # a comment; mkdir a"})
    void whereThereIsNoWordThereIsNoCommand(String text) throws UsageException {
        assertCommands(text);
    }

    @Test
    void wordsEndAtBlanksHoweverMany() throws UsageException {
        assertCommands("  mv \t a   b  ", List.of("mv", "a", "b"));
    }

    @Test
    void commandsEndAtSemicolonsAndLineEnds() throws UsageException {
        assertCommands("cd a;mkdir b ; ;ls\npwd\r\nbye", List.of("cd", "a"), List.of("mkdir", "b"), List.of("ls"),
                List.of("pwd"), List.of("bye"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm \"a; b  c\"", "rm 'a; b  c'", "rm a'; b'\"  \"c", "rm \"a;\"' b  'c"})
    void quotesKeepBlanksAndSemicolonsTogetherAlsoInsideAWord(String text) throws UsageException {
        assertCommands(text, List.of("rm", "a; b  c"));
    }

    @Test
    void aQuoteInQuotesOfTheOtherKindIsOrdinary() throws UsageException {
        assertCommands("rm \"ann's\" 'a \"b\"'", List.of("rm", "ann's", "a \"b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls ''", "ls \"\"", "ls ''\"\""})
    void nothingInQuotesIsAWord(String text) throws UsageException {
        assertCommands(text, List.of("ls", ""));
    }

    @Test
    void aBackslashIsOrdinaryAsInNamesFromWindows() throws UsageException {
        assertCommands("put C:\\a\\ \"b\\\"", List.of("put", "C:\\a\\", "b\\"));
    }

    @Test
    void aCommentEndsWithItsLine() throws UsageException {
        assertCommands("# first; second\nls", List.of("ls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm a#b", "rm '#'", "ls; #"})
    void aHashElsewhereThanAtTheBeginningOfALineIsOrdinary(String text) throws UsageException {
        String last = words(text).getLast().getLast();
        assertEquals(text.substring(text.lastIndexOf(' ') + 1).replace("'", ""), last);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            rm "a b,   a quote " is not closed: rm "a b
            rm 'a "b", a quote ' is not closed: rm 'a "b"
            rm a",     a quote " is not closed: rm a"
            """)
    void aQuoteThatIsNotClosedIsShownWithItsLine(String text, String complaint) {
        var mistake = assertThrows(UsageException.class, () -> CommandLexer.commands(text, false));
        assertEquals(complaint, mistake.getMessage());
    }

    @Test
    void aQuoteDoesNotReachBeyondItsLine() {
        var mistake = assertThrows(UsageException.class, () -> CommandLexer.commands("ls\nrm 'a\nb'", false));
        assertEquals("a quote ' is not closed: rm 'a", mistake.getMessage());
    }

    private static void assertCommands(String text, List<?>... commands) throws UsageException {
        assertEquals(List.of(commands), words(text));
    }

    private static List<List<String>> words(String text) throws UsageException {
        return CommandLexer.commands(text, false).stream().map(Typed::words).toList();
    }

    // ---- for a server's own shell ----------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ls -l "a b" ; pwd    | ls -l "a b"
              echo  a\\;b        | echo  a\\;b
            echo "a\\";b"        | echo "a\\";b"
            echo \\'             | echo \\'
            echo 'a\\'; pwd      | echo 'a\\'
            """)
    void theTextOfACommandStaysAsItWasTyped(String text, String first) throws UsageException {
        assertEquals(first, CommandLexer.commands(text, true).getFirst().text());
    }

    @Test
    void aBackslashStaysInTheWordsOfTheClientsOwnCommands() throws UsageException {
        assertEquals(List.of("upload", "C:\\my stuff\\a.pdf"),
                CommandLexer.commands("upload 'C:\\my stuff\\a.pdf'", true).getFirst().words());
    }

    @Test
    void everyCommandHasATextOfItsOwn() throws UsageException {
        assertEquals(List.of("cd a", "ls", "pwd"),
                CommandLexer.commands("cd a;; ls ;\n# no\npwd", true).stream().map(Typed::text).toList());
    }
}
