package vos.server;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@link Limit} is counted in, how people write such a number, and how it is shown to them: {@code 8K},
 * {@code 10m}, {@code none}.
 */
public enum Unit {
    /** Things: connections, files, attempts. */
    COUNT("N", "a number"),
    /** Bytes; K, M, G and T stand for powers of 1,024. */
    BYTES("BYTES", "bytes, or 8K, 8M, 8G, 8T"),
    /** Milliseconds, which people write in seconds, or with a unit. */
    TIME("TIME", "seconds, or 500ms, 90s, 10m, 2h");

    /** How people write that there is no limit, where there need not be one. */
    static final String NONE = "none";

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})([a-zA-Z]{0,2})");

    private final String label;
    private final String notation;

    Unit(String label, String notation) {
        this.label = label;
        this.notation = notation;
    }

    /** What stands for a value in a synopsis, for example {@code BYTES}. */
    public String label() {
        return label;
    }

    /** How values are written, for people who have written one otherwise. */
    public String notation() {
        return notation;
    }

    /** The value that {@code text} says; empty when it says none. */
    public OptionalLong parse(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        long factor = factor(number.group(2));
        long count = Long.parseLong(number.group(1));
        boolean fits = factor > 0 && count <= Long.MAX_VALUE / factor;
        return fits ? OptionalLong.of(count * factor) : OptionalLong.empty();
    }

    /** How many of this unit a suffix stands for; 0 for one that has no meaning. */
    private long factor(String suffix) {
        return switch (this) {
            case COUNT -> suffix.isEmpty() ? 1 : 0;
            case BYTES -> switch (suffix.toUpperCase(Locale.ROOT)) {
                case "" -> 1;
                case "K" -> 1L << 10;
                case "M" -> 1L << 20;
                case "G" -> 1L << 30;
                case "T" -> 1L << 40;
                default -> 0;
            };
            case TIME -> switch (suffix) {
                case "ms" -> 1;
                case "", "s" -> 1_000;
                case "m" -> 60_000;
                case "h" -> 3_600_000;
                default -> 0;
            };
        };
    }

    /** As people write it; {@link #parse} reads it back. */
    public String show(long value) {
        return switch (this) {
            case COUNT -> Long.toString(value);
            case BYTES -> show(value, 1L << 40, "T", 1L << 30, "G", 1L << 20, "M", 1L << 10, "K");
            case TIME -> show(value, 3_600_000L, "h", 60_000L, "m", 1_000L, "s", 1L, "ms");
        };
    }

    /** In the largest unit that leaves no remainder. */
    private static String show(long value, Object... factorsAndSuffixes) {
        for (int i = 0; i < factorsAndSuffixes.length; i += 2) {
            long factor = (long) factorsAndSuffixes[i];
            if (value > 0 && value % factor == 0) {
                return value / factor + (String) factorsAndSuffixes[i + 1];
            }
        }
        return Long.toString(value);
    }
}
