package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is UTF-8, and what is not UTF-8 is no text. */
class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "h\u00e4user", "\u65e5\u672c", "\ud83d\udcc1", "\0", "\ufffd", "\ufeffmarked"})
    void textComesBackAsItWas(String text) {
        assertEquals(Optional.of(text), Text.decode(Text.encode(text)));
    }

    @ParameterizedTest
    @CsvSource({"\u00e4, 2", "\u65e5, 3", "\ud83d\udcc1, 4"})
    void aLengthIsInBytesAndNotInCharacters(String text, int bytes) {
        assertEquals(bytes, Text.encode(text).length);
    }

    /** Latin-1, a sequence cut short, one without a beginning, an overlong slash, a surrogate, one too large. */
    @ParameterizedTest
    @ValueSource(strings = {"h\u00e4user", "\u00e6\u0097", "\u00a5", "\u00c0\u00af", "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080", "\u00ff"})
    void whatIsNotUtf8IsNotGuessedAt(String bytes) {
        assertEquals(Optional.empty(), Text.decode(Bytes.of(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain text", "h\u00e4user", "\ud83d\udcc1", "back\\slash", "\u00a0"})
    void whatPeopleCanReadIsShownAsItIs(String text) {
        assertEquals(text, Text.printable(text));
    }

    /** A line end or a colour forged into a log; a name written from right to left, so that it looks harmless. */
    @ParameterizedTest
    @CsvSource({"'a\nb', a\\u000ab", "'\u001b[31m', \\u001b[31m", "'\u202egpj.exe', \\u202egpj.exe",
        "'\u2028', \\u2028", "'\u2029', \\u2029", "'\ud800', \\ud800", "'\0', \\u0000", "'\u007f', \\u007f"})
    void whatCouldDeceivePeopleIsSpeltOut(String text, String shown) {
        assertEquals(shown, Text.printable(text));
    }
}
