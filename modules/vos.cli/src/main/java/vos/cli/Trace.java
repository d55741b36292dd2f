package vos.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import vos.protocol.Part;
import vos.protocol.Tap;

/**
 * Prints what passes over a wire, a line a part: direction, bytes in hexadecimal, what they are for, and as text.
 *
 * <pre>
 * C&gt;S  6d 6b 64 69 72 20 64 65 6d 6f                    10 message    mkdir demo
 * C&gt;S  3c 41 62 33 58 39 6b 51 77 3e                    10 delimiter  &lt;Ab3X9kQw&gt;
 * </pre>
 */
final class Trace implements Tap {
    private static final int SHOWN = 16;

    private final PrintWriter out;
    private final Ansi ansi;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private String direction = "";
    private Part part;
    private long bytes;

    Trace(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    @Override
    public void sent(Part what, ByteBuffer run) {
        add("C>S", what, run);
    }

    @Override
    public void received(Part what, ByteBuffer run) {
        add("S>C", what, run);
    }

    /** A body comes in many runs and is one line. Behind a delimiter nothing need come for long: it ends one. */
    private void add(String where, Part what, ByteBuffer run) {
        if (!where.equals(direction) || what != part) {
            flush();
            direction = where;
            part = what;
        }
        bytes += run.remaining();
        while (what != Part.SECRET && run.hasRemaining() && first.size() < SHOWN * 4) {
            first.write(run.get());
        }
        if (what == Part.DELIMITER) {
            flush();
        }
    }

    /** Prints what has been seen and not been printed. */
    void flush() {
        if (bytes > 0 && part == Part.SECRET) {
            print("(hidden)", "", "");
        } else if (bytes > 0) {
            byte[] start = first.toByteArray();
            byte[] head = Arrays.copyOf(start, Math.min(start.length, SHOWN));
            String hex = HexFormat.ofDelimiter(" ").formatHex(head) + (bytes > SHOWN ? " .." : "");
            String text = printable(start) + (bytes > start.length ? " ..." : "");
            print(hex, Long.toString(bytes), text);
        }
        first.reset();
        bytes = 0;
    }

    private void print(String hex, String count, String text) {
        String arrow = "@|" + (direction.startsWith("C") ? "cyan" : "green") + " " + direction + "|@";
        out.println("%s  %-50s %7s %s  %s".formatted(ansi.string(arrow), hex, count, name(), text).stripTrailing());
        out.flush();
    }

    private String name() {
        String name = "%-9s".formatted(part.name().toLowerCase(Locale.ROOT));
        return part == Part.DELIMITER || part == Part.HEADER ? ansi.string("@|yellow " + name + "|@") : name;
    }

    private static String printable(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(b >= 0x20 && b < 0x7f ? (char) b : '.');
            }
        }
        return text.toString();
    }
}
