package vos.server;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** A logger that keeps what it is given: {@code INFO #1 script connected}. */
final class CapturingLogger implements System.Logger {
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> stacks = new ArrayList<>();

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        lines.add(level + " " + message);
        stacks.add(thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
        lines.add(level + " " + (arguments == null ? format : MessageFormat.format(format, arguments)));
    }

    List<String> lines() {
        return lines;
    }

    /** What was given with a stack. */
    List<Throwable> stacks() {
        return stacks;
    }
}
