package vos.tls;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** Keeps what it is told, as it would be shown. */
final class Warnings implements System.Logger {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public String getName() {
        return "warnings";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level == Level.WARNING;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        throw new AssertionError(message, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
        lines.add(new MessageFormat(format).format(values));
    }
}
