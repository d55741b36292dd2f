package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that says whether it was done {@code [COM-9.1]}. */
class StatusLineTest {
    private static Reply parse(String line) throws ProtocolViolation {
        return StatusLine.parse(Text.encode(line));
    }

    @Test
    void whatWasDoneIsOkAndWhatFollowsIsMeasured() throws ProtocolViolation {
        assertEquals("OK", StatusLine.done());
        assertEquals("OK 5", StatusLine.size(5));
        assertEquals(new Reply.Done(), parse("OK"));
        assertEquals(new Reply.Size(0), parse("OK 0"));
        assertEquals(new Reply.Size(999_999_999_999_999_999L), parse("OK 999999999999999999"));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorArrivesAsItWasSent(ErrorCode code) throws ProtocolViolation {
        var failed = new Reply.Failed(code, "\"/späße: 5\" " + code.sentence());

        assertEquals("ERROR " + code.word() + ": " + failed.detail(), StatusLine.failed(failed));
        assertEquals(failed, parse(StatusLine.failed(failed)));
    }

    @Test
    void anErrorThatIsNotKnownIsOneOfTheServers() throws ProtocolViolation {
        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "the server burns: badly"),
                parse("ERROR on-fire: the server burns: badly"));
        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, ""), parse("ERROR -: "));
    }

    /** A name that somebody else has chosen stands in the sentence: it cannot become a line of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"\nOK", "\rOK", "a\u0085b", "a\u2028b", "\u001b[2J", "a\0b", "\u202e", "\ud800"})
    void noSentenceForgesALine(String detail) throws ProtocolViolation {
        String line = StatusLine.failed(new Reply.Failed(ErrorCode.NOT_FOUND, detail));

        assertEquals("ERROR not-found: " + Text.printable(detail), line);
        assertEquals(0, line.chars().filter(Character::isISOControl).count(), line);
        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, Text.printable(detail)), parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK ", "OK  5", "OK 5 ", "OK five", "OK -5", "OK +5", "OK 0x5", "OK 5.0", "OK \u0665",
        "OK 9999999999999999999", "ok", "Ok 5", " OK", "OKAY", "OK\r", "ERROR", "ERROR not-found", "ERROR not-found:no",
        "ERROR Not-Found: no", "ERROR : no", "ERROR not_found: no", "ERROR  not-found: no", "error not-found: no",
        "FINE", "vos/1", "ERROR not-found: a\rOK"})
    void whatIsNeitherIsNoStatus(String line) {
        assertThrows(ProtocolViolation.class, () -> parse(line));
    }

    @Test
    void whatIsNotUtf8IsNoStatus() {
        assertThrows(ProtocolViolation.class, () -> StatusLine.parse(Bytes.of("ERROR not-found: \u00ff")));
    }
}
