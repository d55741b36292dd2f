package vos.auth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** A log that keeps what it is told, a line a message, with whatever came with it. */
final class CapturedLog implements System.Logger {

    private final List<String> lines = new ArrayList<>();

    @Override
    public String getName() {
        return "captured";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public synchronized void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        lines.add(level + " " + message + " " + thrown);
    }

    @Override
    public synchronized void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        lines.add(level + " " + format + " " + Arrays.toString(parameters));
    }

    /** What was logged since this was asked last. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
