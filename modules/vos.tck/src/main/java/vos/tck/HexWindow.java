package vos.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Some lines of hexadecimal and text around the first byte that is not as it must be: what was expected above what was
 * received, and a caret below the byte. A line that both have alike stands there once.
 */
final class HexWindow {

    private static final int ROW = 16;
    private static final int ROWS = 3;
    /** Label, offset, and the blanks behind them. */
    private static final String HEAD = "%-8s  %06x  ";
    private static final int HEAD_WIDTH = 18;
    /** Two bytes together, a blank between them: what xxd prints too. */
    private static final int HEX_WIDTH = ROW / 2 * 5 - 1;

    private final byte[] expected;
    private final byte[] received;
    private final int difference;
    private final List<String> lines = new ArrayList<>();

    private HexWindow(byte[] expected, byte[] received, int difference) {
        this.expected = expected;
        this.received = received;
        this.difference = difference;
    }

    /**
     * The lines; none, if there is no byte to show.
     *
     * @param expected what was expected; none, if that is not known byte by byte
     * @param difference the offset of the first wrong or missing byte, or -1 if that is not known
     */
    static List<String> of(byte[] expected, byte[] received, int difference) {
        HexWindow window = new HexWindow(expected, received, difference);
        int first = Math.max(0, difference / ROW - 1) * ROW;
        int end = Math.max(expected.length, received.length);
        for (int row = first; row < Math.min(end, first + ROWS * ROW); row += ROW) {
            window.add(row);
        }
        return window.lines;
    }

    private void add(int row) {
        boolean known = row < expected.length;
        boolean came = row < received.length;
        byte[] wanted = row(expected, row);
        byte[] got = row(received, row);
        if (known && came && Arrays.equals(wanted, got)) {
            lines.add(line("", row, got));
            return;
        }
        if (known) {
            lines.add(line("expected", row, wanted));
        }
        boolean here = difference >= row && difference < row + ROW;
        if (came || here && received.length > 0) {
            lines.add(line("received", row, got));
        }
        if (here && received.length > 0) {
            lines.add(caret(difference - row));
        }
    }

    private static byte[] row(byte[] bytes, int start) {
        return start >= bytes.length ? new byte[0]
                : Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + ROW));
    }

    private static String line(String label, int offset, byte[] row) {
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            hex.append(String.format(Locale.ROOT, "%02x", row[i])).append(i % 2 == 1 && i < ROW - 1 ? " " : "");
            text.append(row[i] >= ' ' && row[i] < 0x7f ? (char) row[i] : '.');
        }
        hex.repeat(' ', HEX_WIDTH - hex.length());
        return String.format(Locale.ROOT, HEAD, label, offset) + hex + " |" + text + "|";
    }

    private static String caret(int column) {
        int hex = HEAD_WIDTH + column / 2 * 5 + column % 2 * 2;
        int text = HEAD_WIDTH + HEX_WIDTH + " |".length() + column;
        return new StringBuilder().repeat(' ', hex).append("^^").repeat(' ', text - hex - 2).append('^').toString();
    }
}
