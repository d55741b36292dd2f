package vos.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.auth.Password;

/** What the first line of a file, or of standard input, is as a password. */
class PasswordSourceTest {
    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one two", "one two\n", "one two\r\n", "one two\nthree\n", "one two\r\n\r\n"})
    void theFirstLineIsThePasswordWithoutItsEnd(String content) throws IOException {
        assertEquals("one two", read(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a ", "\ta", "a\rb", "a:b", "#", "\u00e9\u20ac\ud83d\ude00"})
    void everyOtherCharacterBelongsToIt(String password) throws IOException {
        assertEquals(password, read(password + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void theLongestPasswordIsTaken(String end) throws IOException {
        String longest = "x".repeat(Password.LONGEST);
        assertEquals(longest, read(longest + end));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000_000})
    void aLongerOneIsRefusedWhateverFollows(int more) {
        assertRefused("x".repeat(Password.LONGEST + more));
        assertRefused("x".repeat(Password.LONGEST + more) + "\r\n");
        assertRefused("x".repeat(Password.LONGEST) + "\r".repeat(more + 1) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\none\n"})
    void anEmptyLineIsRefused(String content) {
        assertRefused(content);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Files.write(file, new byte[] {'a', (byte) 0xff, '\n'});
        assertEquals("the first line of " + file + " is no password: a password has 1 to 1024 bytes of UTF-8",
                assertThrows(IOException.class, this::read).getMessage());
    }

    @Test
    void aFileWithoutALineIsNamed() throws IOException {
        Files.createFile(file);
        assertEquals(file + " is empty; its first line is to be the password",
                assertThrows(IOException.class, this::read).getMessage());
    }

    @Test
    void aFileThatIsMissingOrADirectoryIsNamed() throws IOException {
        assertEquals(file.toString(), assertThrows(NoSuchFileException.class, this::read).getMessage());
        Files.createDirectory(file);
        assertEquals(file + " is a directory, not a file with a password in its first line",
                assertThrows(IOException.class, this::read).getMessage());
    }

    @Test
    void whatFollowsOnStandardInputIsLeftForOthersToRead() throws IOException {
        List<Optional<String>> read = StandardInput.of("one\nls\npwd\n", () -> {
            try (Password password = PasswordSource.standardInput(false).known("ann")) {
                CommandSource commands = CommandSource.standardInput();
                return List.of(Optional.of(text(password)), commands.next(), commands.next(), commands.next());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertEquals(List.of(Optional.of("one"), Optional.of("ls"), Optional.of("pwd"), Optional.empty()), read);
    }

    @Test
    void standardInputThatIsATerminalWouldShowThePassword() {
        UsageException refusal = StandardInput.of("one\n", () ->
                assertThrows(UsageException.class, () -> PasswordSource.standardInput(true).known("ann")));
        assertEquals("standard input is a terminal, which would show the password: to be asked for it, redirect neither"
                + " input nor output, and leave --password-file - away", refusal.getMessage());
    }

    @Test
    void aCharacterThatTheTerminalDoesNotKnowIsRefused() throws IOException {
        char[] typed = {'h', '\ufffd', '\ufffd', 's'};
        IOException refusal = assertThrows(IOException.class,
                () -> ConsolePrompt.requireUnderstood(typed, Charset.forName("US-ASCII")));
        assertEquals("a character was typed that US-ASCII does not know, in which the terminal is read; set "
                + "LC_ALL=C.UTF-8, or use --password-file", refusal.getMessage());
        assertEquals("\0\0\0\0", new String(typed), "overwritten");
        ConsolePrompt.requireUnderstood("h\u00e4us".toCharArray(), UTF_8);
    }

    private String read(String content) throws IOException {
        Files.writeString(file, content);
        return read();
    }

    private String read() throws IOException {
        try (Password password = PasswordSource.file(file).chosen("ann")) {
            return text(password);
        }
    }

    private void assertRefused(String content) {
        IOException refusal = assertThrows(IOException.class, () -> read(content));
        assertEquals("the first line of " + file + " is no password: a password has 1 to 1024 bytes of UTF-8",
                refusal.getMessage());
    }

    private static String text(Password password) {
        return new String(password.bytes(), UTF_8);
    }
}
