package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitTest {
    @ParameterizedTest
    @EnumSource
    void whatIsUsualIsAllowedAndReadsBackAsItIsShown(Limit limit) {
        assertEquals(limit.usual(), limit.parse(limit.show(limit.usual())));
        assertEquals(limit.usual(), Limits.USUAL.of(limit));
        assertEquals(Optional.of(limit), Limit.ofWord(limit.word()));
        assertTrue(limit.word().matches("[a-z]+(-[a-z]+)*"), limit.word());
    }

    @ParameterizedTest
    @EnumSource
    void theBoundsAreAllowedAndWhatLiesBeyondThemIsNot(Limit limit) {
        assertEquals(limit.least(), Limits.USUAL.with(limit, limit.least()).of(limit));
        assertEquals(limit.most(), Limits.USUAL.with(limit, limit.most()).of(limit));
        assertThrows(IllegalArgumentException.class, () -> Limits.USUAL.with(limit, limit.least() - 1));
        assertThrows(IllegalArgumentException.class, () -> Limits.USUAL.with(limit, limit.most() + 1));
    }

    @Test
    void noTwoAreCalledAlike() {
        assertEquals(Limit.values().length, Arrays.stream(Limit.values()).map(Limit::word).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"IDLE, 90, 90000, 90s", "IDLE, 500ms, 500, 500ms", "IDLE, 2h, 7200000, 2h", "IDLE, 10m, 600000, 10m",
        "MESSAGE_LENGTH, 8192, 8192, 8K", "MESSAGE_LENGTH, 9k, 9216, 9K", "MESSAGE_LENGTH, 1000, 1000, 1000",
        "QUOTA_BYTES, 3G, 3221225472, 3G", "QUOTA_BYTES, 2T, 2199023255552, 2T", "QUOTA_BYTES, none, 0, none",
        "QUOTA_FILES, 7, 7, 7"})
    void valuesAreWrittenInTheUnitsOfPeople(Limit limit, String written, long value, String shown) {
        assertEquals(value, limit.parse(written));
        assertEquals(shown, limit.show(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "IDLE | soon | 'soon' is not seconds, or 500ms, 90s, 10m, 2h",
        "IDLE | none | 'none' is not seconds, or 500ms, 90s, 10m, 2h",
        "IDLE | -1 | '-1' is not seconds, or 500ms, 90s, 10m, 2h",
        "IDLE | 1d | '1d' is not seconds, or 500ms, 90s, 10m, 2h",
        "IDLE | 25h | 25h is not allowed, only 10ms to 24h",
        "QUOTA_BYTES | 9999999T | '9999999T' is not bytes, or 8K, 8M, 8G, 8T, or none",
        "CONNECTIONS | 8K | '8K' is not a number",
        "CONNECTIONS | 0 | 0 is not allowed, only 1 to 1000000"})
    void whatCannotBeIsRefusedWithAWayOut(Limit limit, String written, String sentence) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, () -> limit.parse(written)).getMessage());
    }

    @Test
    void limitsThatAreSetAsUsualAreTheUsualOnes() {
        Limits same = Limits.USUAL.with(Limit.IDLE, Duration.ofMinutes(1)).with(Limit.IDLE, Duration.ofMinutes(10));
        assertEquals(Limits.USUAL, same);
        assertEquals("{IDLE=60000}", Limits.USUAL.with(Limit.IDLE, Duration.ofMinutes(1)).toString());
    }
}
