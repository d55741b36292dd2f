package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.protocol.MessagesSubject.assertMessages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header says how long the message is, and a stranger wrote the header. */
class HeaderFramingTest {
    private static final int WIDTH = 64;

    /** As cloud-fs. */
    @Nested
    class AsAFraming extends FramingContract {
        @Override
        Framing framing(Wire wire) {
            return new HeaderFraming(wire, WIDTH);
        }

        @Override
        List<String> conversation() {
            return List.of("", "ls -l", "5" + " ".repeat(WIDTH - 1), "", "bye");
        }

        @Override
        String announcementOfTooMuch() {
            return header("4097");
        }
    }

    @Test
    void aHeaderIsTheLengthPaddedWithSpacesOnItsRight() throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        new HeaderFraming(wire, WIDTH).send(Bytes.of("ls\u00e4"));
        wire.flush();
        assertEquals(List.of("3" + " ".repeat(63) + "ls\u00e4"), transport.writes());
    }

    @Test
    void aHeaderIsWrittenInTheSameDigitsInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            aHeaderIsTheLengthPaddedWithSpacesOnItsRight();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "    5", "  5  ", "05", "000000000000000005", "                     5     "})
    void aLengthMayStandAnywhereBetweenSpaces(String length) {
        assertMessages(HeaderFramingTest::framing, header(length) + "hello").are("hello");
    }

    @Test
    void aLengthMayEndAtTheLastByteOfItsHeader() {
        assertMessages(HeaderFramingTest::framing, " ".repeat(WIDTH - 1) + "5hello").are("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "+5", "0x5", "5f", "five", "5.0", "5e0", "1 2", "5,000", "5\0", "\t5", "5\n",
        "1000000000000000000", "9223372036854775808", "99999999999999999999999999999", "\u00b2", "\u0665"})
    void whatIsNoPlainDecimalNumberIsNoLength(String length) {
        var violation = assertThrows(ProtocolViolation.class, () -> receiving(header(length)).receive());
        assertTrue(violation.getMessage().contains("not a length"), violation.getMessage());
    }

    @Test
    void aHeaderPaddedWithZeroBytesIsNoLengthAndIsShown() {
        String padded = "5" + "\0".repeat(WIDTH - 1);
        var violation = assertThrows(ProtocolViolation.class, () -> receiving(padded).receive());
        assertTrue(violation.getMessage().contains("\"5\\x00\\x00"), violation.getMessage());
    }

    /** The largest announcement that is a number: to reserve room for it would be the end of this process. */
    @ParameterizedTest
    @ValueSource(strings = {"8193", "2147483647", "2147483648", "4294967301", "999999999999999999"})
    void anAnnouncedLengthIsCheckedBeforeAnythingIsReservedForIt(String length) {
        var transport = ScriptedTransport.reading(header(length)).thenSilence();
        var framing = framing(new Wire(transport, WireOptions.DEFAULTS));
        var violation = assertThrows(ProtocolViolation.class, framing::receive);
        assertEquals("a message of " + length + " bytes is announced, 8192 are allowed", violation.getMessage());
        assertEquals(1, transport.waits().size(), "reads");
    }

    @Test
    void aBodyTellsItsLengthBeforeItIsReadAndHasNoLimit() throws IOException {
        var body = receiving(header("999999999999999999")).receiveBody();
        assertEquals(OptionalLong.of(999_999_999_999_999_999L), body.length());
    }

    @Test
    void aBodyOfUnknownLengthCannotBeSent() {
        var body = Body.unsized(Channels.newChannel(InputStream.nullInputStream()));
        assertThrows(IllegalArgumentException.class, () -> receiving().send(body));
    }

    @Test
    void aHeaderThatIsTooNarrowForEveryLengthIsRefused() {
        var wire = new Wire(ScriptedTransport.reading(), WireOptions.DEFAULTS);
        assertThrows(IllegalArgumentException.class, () -> new HeaderFraming(wire, 18));
        assertThrows(IllegalArgumentException.class, () -> new HeaderFraming(wire, -1));
    }

    private static String header(String length) {
        return length + " ".repeat(WIDTH - length.length());
    }

    private static Framing framing(Wire wire) {
        return new HeaderFraming(wire, WIDTH);
    }

    private static Framing receiving(String... segments) {
        return framing(new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS));
    }
}
