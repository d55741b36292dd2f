package vos.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line an event: {@code 14:02:11 #1 127.0.0.1:51022 upload jelly.bin: 2304 bytes stored}. */
final class LogFormat extends Formatter {
    /** Kept here, or else the logging system may forget its level. */
    private static final Logger VOS = Logger.getLogger("vos");

    /** Sends what the modules log from {@code level} on to standard error, in this format. */
    static void install(Level level) {
        LogManager.getLogManager().reset();
        var console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new LogFormat());
        VOS.addHandler(console);
        VOS.setLevel(level);
    }

    @Override
    public String format(LogRecord event) {
        LocalTime time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault());
        String level = event.getLevel().intValue() > Level.INFO.intValue() ? event.getLevel().getName() + " " : "";
        return "%tT %s%s%n%s".formatted(time, level, formatMessage(event), stack(event.getThrown()));
    }

    private static String stack(Throwable thrown) {
        var text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }
}
