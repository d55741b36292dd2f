package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error has a word for the wire and a sentence for people. */
class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void aWordIsOfTheWiresAlphabetAndLeadsBackToItsCode(ErrorCode code) {
        assertTrue(code.word().matches("[a-z]+(-[a-z]+)*"), code.word());
        assertEquals(Optional.of(code), ErrorCode.ofWord(code.word()));
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceIsAClauseWithoutItsEnd(ErrorCode code) {
        assertTrue(code.sentence().matches("[a-z].*[a-z]"), code.sentence());
    }

    @Test
    void noTwoCodesShareAWordOrASentence() {
        int codes = ErrorCode.values().length;
        assertEquals(codes, Arrays.stream(ErrorCode.values()).map(ErrorCode::word).distinct().count());
        assertEquals(codes, Arrays.stream(ErrorCode.values()).map(ErrorCode::sentence).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NOT_FOUND", "not_found", "Not-Found", "not-found ", "no-such-word"})
    void whatIsNoWordLeadsNowhere(String word) {
        assertEquals(Optional.empty(), ErrorCode.ofWord(word));
    }

    @Test
    void onlyAFailureOfTheServerLeavesItOpenWhetherSomethingHappened() {
        for (ErrorCode code : EnumSet.complementOf(EnumSet.of(ErrorCode.INTERNAL))) {
            assertTrue(code.certainlyNotDone(), code::name);
        }
        assertFalse(ErrorCode.INTERNAL.certainlyNotDone());
    }
}
