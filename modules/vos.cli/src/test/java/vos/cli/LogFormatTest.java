package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** One line an event. */
class LogFormatTest {

    @Test
    void anEventIsItsTimeAndItsMessage() {
        LogRecord event = event(Level.INFO, "{0} connected", "#1 127.0.0.1:51022");
        assertEquals("14:02:11 #1 127.0.0.1:51022 connected\n", format(event));
    }

    @Test
    void onlyWhatIsWorthAWarningNamesItsLevel() {
        assertEquals("14:02:11 looked\n", format(event(Level.FINE, "looked")));
        assertEquals("14:02:11 WARNING cannot accept\n", format(event(Level.WARNING, "cannot accept")));
    }

    @Test
    void aDefectIsShownWithItsStack() {
        LogRecord event = event(Level.SEVERE, "failed");
        event.setThrown(new IllegalStateException("a defect"));
        String text = format(event);
        assertTrue(text.startsWith("14:02:11 SEVERE failed\njava.lang.IllegalStateException: a defect\n\tat "), text);
        assertTrue(text.endsWith("\n"), text);
    }

    @Test
    void aSecondInstallationReplacesTheFirst() {
        LogFormat.install(Level.FINE);
        LogFormat.install(Level.WARNING);
        Handler[] handlers = Logger.getLogger("vos").getHandlers();
        assertEquals(1, handlers.length, () -> Arrays.toString(handlers));
        assertEquals(Level.WARNING, Logger.getLogger("vos.server").getParent().getLevel());
        assertEquals(0, Logger.getLogger("").getHandlers().length);
    }

    private static LogRecord event(Level level, String message, Object... parameters) {
        var event = new LogRecord(level, message);
        event.setParameters(parameters);
        var time = LocalDateTime.of(2026, 1, 2, 14, 2, 11, 999_999_999);
        event.setInstant(time.atZone(ZoneId.systemDefault()).toInstant());
        return event;
    }

    private static String format(LogRecord event) {
        return new LogFormat().format(event).replace(System.lineSeparator(), "\n");
    }
}
