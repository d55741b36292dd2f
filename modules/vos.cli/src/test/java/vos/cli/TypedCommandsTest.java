package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.LineDialect;
import vos.protocol.Text;

/** What keys do at the prompt. */
@Timeout(60)
class TypedCommandsTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u0010";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void linesAreReadUntilCtrlD() throws IOException {
        assertEquals(List.of("ls", "", "mkdir a b"), type("ls\r" + "\r" + "mkdir a b\r" + CTRL_D + "never\r"));
    }

    @Test
    void thePromptIsThatOfTheDialect() throws IOException {
        type("");
        assertTrue(screen.toString(StandardCharsets.UTF_8).contains("line> "), screen::toString);
    }

    @Test
    void ctrlCForgetsTheLineAndReadsTheNext() throws IOException {
        assertEquals(List.of("ls"), type("rm everything" + CTRL_C + "ls\r"));
    }

    @Test
    void aPersonIsAskedAgain() throws IOException {
        try (var commands = commands("")) {
            assertTrue(commands.interactive());
        }
    }

    @ParameterizedTest
    @CsvSource({"mk, mkdir", "to, touch", "hel, help", "p, p", "nothing, nothing",
        "rm mk, rm mk", "'rm ''a b'' mk', 'rm ''a b'' mk'"})
    void tabCompletesACommandThatIsClear(String typed, String word) throws IOException {
        assertEquals(word, type(typed + "\t\r").getFirst().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm ann's", "rm \"a", "put C:\\new\\", "get 'a b' \"c\"", "rm wow!!",
        "rm h\u00e4user", "# a"})
    void quotesBackslashesAndMarksAreReadAsTheyAre(String line) throws IOException {
        assertEquals(List.of("ls", line), type("ls\r" + line + "\r"));
    }

    @Test
    void theLineBeforeComesBack() throws IOException {
        assertEquals(List.of("size a", "size ab"), type("size a\r" + UP + "b\r"));
    }

    private List<String> type(String keys) throws IOException {
        var lines = new ArrayList<String>();
        try (var commands = commands(keys)) {
            for (Optional<String> line = commands.next(); line.isPresent(); line = commands.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    /** A terminal whose keys have all been pressed already; what they type on is not dumb but in its name. */
    private TypedCommands commands(String keys) throws IOException {
        var terminal = new DumbTerminal("test", "ansi", new ByteArrayInputStream(Text.encode(keys)), screen,
                StandardCharsets.UTF_8);
        var attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, CTRL_C.charAt(0));
        attributes.setControlChar(ControlChar.VEOF, CTRL_D.charAt(0));
        terminal.setAttributes(attributes);
        terminal.setSize(Size.of(80, 24));
        return new TypedCommands(terminal, new LineDialect().vocabulary());
    }
}
