package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A violation shows the bytes at fault, and they cannot forge anything where they are shown. */
class ProtocolViolationTest {

    @Test
    void aViolationSaysWhatIsWrongAndShowsWhatCame() {
        assertEquals("a header is not a length: \"five\"",
                new ProtocolViolation("a header is not a length", Bytes.of("five")).getMessage());
        assertEquals("no greeting", new ProtocolViolation("no greeting").getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'', '\"\"'", "' az~', '\" az~\"'", "'a\nb', '\"a\\x0ab\"'", "'\"', '\"\\x22\"'", "'\\', '\"\\x5c\"'",
        "'\u007f\u0080\u00ff\0', '\"\\x7f\\x80\\xff\\x00\"'"})
    void whatIsNotPrintableIsShownInHexadecimal(String bytes, String shown) {
        assertEquals(shown, ProtocolViolation.show(Bytes.of(bytes)));
    }

    @Test
    void eightyBytesAreShownWhole() {
        assertEquals("\"" + "x".repeat(80) + "\"", ProtocolViolation.show(Bytes.of("x".repeat(80))));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 1_000_000})
    void ofMoreTheBeginningIsShownAndTheNumber(int size) {
        String shown = ProtocolViolation.show(Bytes.of("x".repeat(size)));
        assertEquals("\"" + "x".repeat(80) + "\"... (" + size + " bytes)", shown);
    }
}
