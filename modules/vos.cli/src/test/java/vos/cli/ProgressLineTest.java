package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How far a transfer has come, on one line. The clock begins near its end: nanoTime may overflow. */
class ProgressLineTest {
    private static final long MIB = 1 << 20;

    private long now = Long.MAX_VALUE - TimeUnit.MILLISECONDS.toNanos(250);
    private final StringWriter terminal = new StringWriter();
    private final ProgressLine line = new ProgressLine("big", new PrintWriter(terminal), () -> now);

    @Test
    void aTransferThatIsOverBeforeAnybodyWondersIsNotShown() {
        afterMillis(100);
        line.moved(5 * MIB, 10 * MIB);
        afterMillis(399);
        line.moved(10 * MIB, 10 * MIB);
        line.close();
        assertEquals("", terminal.toString());
    }

    @Test
    void afterHalfASecondItIsShownWithShareAmountAndSpeed() {
        afterMillis(500);
        line.moved(2 * MIB, 8 * MIB);
        assertEquals("\rbig   25 %       2.0 MiB       4.0 MiB/s", terminal.toString());
    }

    @Test
    void itIsWrittenOverTenTimesASecondAndNotMoreOften() {
        afterMillis(500);
        for (int moved = 1; moved <= 1000; moved++) {
            afterMillis(1);
            line.moved(moved, 2000);
        }
        assertEquals(10, terminal.toString().chars().filter(c -> c == '\r').count(), terminal::toString);
    }

    @Test
    void theLastStepIsShownWheneverItComes() {
        afterMillis(500);
        line.moved(MIB, 2 * MIB);
        line.moved(2 * MIB, 2 * MIB);
        assertTrue(terminal.toString().contains("\rbig  100 %  "), terminal::toString);
    }

    @Test
    void everyLineCoversTheOneBefore() {
        afterMillis(500);
        line.moved(5000 * MIB, 10_000 * MIB);
        afterMillis(60_000);
        line.moved(5001 * MIB, 10_000 * MIB);
        String[] lines = terminal.toString().split("\r");
        assertEquals(lines[1].length(), lines[2].length(), terminal::toString);
    }

    @Test
    void anUnknownTotalHasNoShare() {
        afterMillis(1000);
        line.moved(3 * MIB, -1);
        assertEquals("\rbig       3.0 MiB       3.0 MiB/s", terminal.toString());
    }

    @Test
    void whateverEndsTheTransferEndsTheLine() {
        afterMillis(500);
        line.moved(MIB, -1);
        line.close();
        assertTrue(terminal.toString().endsWith("MiB/s" + System.lineSeparator()), terminal::toString);
    }

    @Test
    void aHostileNameCannotTouchTheTerminal() {
        var hostile = new ProgressLine("\u001b[2J\r", new PrintWriter(terminal), () -> now);
        afterMillis(500);
        hostile.moved(MIB, MIB);
        assertTrue(terminal.toString().startsWith("\r\\u001b[2J\\u000d  "), terminal::toString);
    }

    private void afterMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
