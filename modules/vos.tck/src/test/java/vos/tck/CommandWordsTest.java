package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people type them. */
class CommandWordsTest {

    @TempDir
    private Path here;

    static List<Arguments> commands() {
        return List.of(
                Arguments.of("a b", List.of("a", "b")),
                Arguments.of("  a\t b\n", List.of("a", "b")),
                Arguments.of("a 'b c' d", List.of("a", "b c", "d")),
                Arguments.of("a \"b 'c'\" ''", List.of("a", "b 'c'", "")),
                Arguments.of("a b\\ c \\'", List.of("a", "b c", "'")),
                Arguments.of("x=\"1 2\"3", List.of("x=1 23")),
                Arguments.of("'a\\b' \"a\\\"b\"", List.of("a\\b", "a\"b")),
                Arguments.of("a $HOME *.c ; b", List.of("a", "$HOME", "*.c", ";", "b")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void wordsAreThoseOfAShell(String command, List<String> words) throws UnusableException {
        assertEquals(words, CommandWords.split(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a 'b", "a \"b", "a \\"})
    void aCommandWithoutAWordOrAnEndIsRefused(String command) {
        assertThrows(UnusableException.class, () -> CommandWords.split(command));
    }

    @Test
    void aWordThatLeadsToAFileIsThatFileInEveryDirectory() throws Exception {
        Files.createDirectories(here.resolve("python3"));
        Files.createDirectories(here.resolve("build/classes"));
        Path script = Files.createFile(here.resolve("server.py"));
        assertEquals(List.of("python3", script.toString(), here.resolve("build/classes").toString(), "other.py"),
                CommandWords.split("python3 server.py build/classes other.py", here));
    }

    @Test
    void hereIsTheCurrentDirectory() throws UnusableException {
        assertEquals(List.of("java", "-cp", here + "/a:" + here + "/b"),
                CommandWords.split("java -cp {here}/a:{here}/b", here));
    }
}
