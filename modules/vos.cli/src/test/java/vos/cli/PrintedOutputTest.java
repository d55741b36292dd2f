package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.protocol.Text;

/** A stranger's text on a terminal. */
class PrintedOutputTest {
    private final StringWriter printed = new StringWriter();
    private final PrintedOutput output = new PrintedOutput(new PrintWriter(printed));

    private String printed() {
        output.close();
        return printed.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void whatHasComeIsSeenAtOnce() {
        output.write(ByteBuffer.wrap(Text.encode("first\nsec")));
        assertEquals("first\nsec".replace("\n", System.lineSeparator()), printed.toString());
    }

    @Test
    void theLastLineIsEnded() {
        output.write(ByteBuffer.wrap(Text.encode("a\nb")));
        assertEquals("a\nb\n", printed());
    }

    @Test
    void nothingIsNoLine() {
        assertEquals("", printed());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a\tb", "a\tb"),
                Arguments.of("a\r\nb", "a\nb"),
                Arguments.of("a\rb", "a\\u000db"),
                Arguments.of("\u001b[2J", "\\u001b[2J"),
                Arguments.of("a\u202eb", "a\\u202eb"),
                Arguments.of("späße 🙂", "späße 🙂"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void onlyLineEndsAndTabsMeanWhatTheyAre(String text, String shown) {
        output.write(ByteBuffer.wrap(Text.encode(text)));
        assertEquals(shown + "\n", printed());
    }

    @Test
    void itDoesNotMatterHowItIsCut() {
        byte[] bytes = Text.encode("späße 🙂\r\n\u001b\ttab\n");
        for (byte b : bytes) {
            output.write(ByteBuffer.wrap(new byte[] {b}));
        }
        assertEquals("späße 🙂\n\\u001b\ttab\n", printed());
    }

    @Test
    void whatIsNotUtf8IsShownAsSuch() {
        output.write(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3}));
        assertEquals("a\ufffdb\ufffd\n", printed());
    }

    @Test
    void muchIsPrintedWhole() {
        String much = "0123456789abcdef\n".repeat(100_000);
        output.write(ByteBuffer.wrap(Text.encode(much)));
        assertEquals(much, printed());
    }
}
