package vos.shell;

import java.nio.ByteBuffer;

/** How many lines, words and bytes there are in content that passes by, or in several. */
final class Counts {

    private long lines;
    private long words;
    private long bytes;
    private boolean inWord;

    /** Counts a block, after the ones before it. */
    void read(ByteBuffer block) {
        bytes += block.remaining();
        while (block.hasRemaining()) {
            byte next = block.get();
            boolean space = next == ' ' || '\t' <= next && next <= '\r';
            lines += next == '\n' ? 1 : 0;
            words += inWord || space ? 0 : 1;
            inWord = !space;
        }
    }

    void addBytes(long more) {
        bytes += more;
    }

    void add(Counts other) {
        lines += other.lines;
        words += other.words;
        bytes += other.bytes;
    }

    long lines() {
        return lines;
    }

    long words() {
        return words;
    }

    long bytes() {
        return bytes;
    }
}
