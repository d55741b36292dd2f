package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes around the first one that is not as it must be. */
class HexWindowTest {

    @Test
    void aCaretIsBelowTheFirstWrongByte() {
        assertEquals(List.of(
                "expected  000000  6865 6c6c 6f0a                          |hello.|",
                "received  000000  6865 6c70 00                            |help.|",
                "                         ^^                                   ^"),
                HexWindow.of(bytes("hello\n"), bytes("help\0"), 3));
    }

    @Test
    void bytesStandInPairs() {
        assertEquals(List.of(
                "expected  000000  3031 3233 3435 3637 3839                |0123456789|",
                "received  000000  3031 3233 3435 3637 39                  |012345679|",
                "                                      ^^                           ^"),
                HexWindow.of(bytes("0123456789"), bytes("012345679"), 8));
    }

    @Test
    void aLineThatBothHaveAlikeStandsOnceAndThreeAreShown() {
        byte[] expected = bytes("a".repeat(40) + "b".repeat(60));
        byte[] received = bytes("a".repeat(40) + "c".repeat(60));
        List<String> lines = HexWindow.of(expected, received, 40);
        assertEquals(List.of("          000010", "expected  000020", "received  000020", "                ",
                "expected  000030", "received  000030"), lines.stream().map(line -> line.substring(0, 16)).toList());
    }

    @Test
    void anAnswerThatStopsIsMarkedWhereMoreHadToCome() {
        List<String> lines = HexWindow.of(bytes("0123456789abcdefXYZ"), bytes("0123456789abcdef"), 16);
        assertEquals(4, lines.size(), lines::toString);
        assertEquals("received  000010", lines.get(2).strip().substring(0, 16));
        assertEquals(18, lines.get(3).indexOf('^'));
    }

    @Test
    void whereNothingCameOnlyWhatWasExpectedIsShown() {
        assertEquals(List.of("expected  000000  61                                      |a|"),
                HexWindow.of(bytes("a"), new byte[0], 0));
    }

    @Test
    void whatIsKnownOnlyByItsFormHasNoCaret() {
        assertEquals(List.of("received  000000  61                                      |a|"),
                HexWindow.of(new byte[0], bytes("a"), -1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
