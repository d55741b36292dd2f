package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Needle;

/** What is timed by JMH does what it is timed for. */
class BenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "first-bytes", "near-misses"})
    void allSearchesGoThroughTheWholeBlock(String content) throws Throwable {
        var benchmark = new SearchBenchmark();
        benchmark.content = content;
        benchmark.fill();
        assertEquals(-1, benchmark.needle(), "the token was found by the framings' search");
        assertEquals(-1, benchmark.byteLoop(), "the token was found by the loop");
        assertEquals(0, benchmark.memmemOfC(), "the token was found by the C library");
    }

    @Test
    void bothSearchesFindTheTokenAtTheEndOfABlock() {
        byte[] token = "<1f56xc5d>".getBytes(StandardCharsets.US_ASCII);
        byte[] block = SearchBenchmark.content("near-misses");
        System.arraycopy(token, 0, block, block.length - token.length, token.length);
        int at = block.length - token.length;
        assertEquals(at, SearchBenchmark.byteLoop(block));
        assertEquals(at, new Needle(token).indexIn(block, 0, block.length));
    }

    @Test
    void everyFramingReceivesTheSameCommandAgainAndAgain() throws IOException {
        var benchmark = new FramingBenchmark();
        benchmark.open();
        for (int time = 0; time < 5_000; time++) {
            assertEquals(FramingBenchmark.COMMAND, text(benchmark.header()), "behind a header, time " + time);
            assertEquals(FramingBenchmark.COMMAND, text(benchmark.line()), "on a line, time " + time);
            assertEquals(FramingBenchmark.COMMAND, text(benchmark.token()), "before a token, time " + time);
        }
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.US_ASCII);
    }
}
