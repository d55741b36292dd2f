package vos.lab.cloudfs;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.protocol.Text;

/**
 * The output of a command line for a published client, which reads once, 2,048 bytes at most, and takes what it gets
 * for all of it {@code [CLOUD-5.1]}.
 *
 * <p>Takes everything, so that a command runs to its end, and keeps no more than can be sent.
 */
final class ShellReply implements WritableByteChannel {
    /** The longest answer, in bytes. */
    static final int LONGEST = 2048;

    private static final String NOTHING = "[+] Command executed.\n";

    private final ByteBuffer kept = ByteBuffer.allocate(LONGEST);
    private long total;

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        int room = Math.min(count, kept.remaining());
        kept.put(source.slice(source.position(), room));
        source.position(source.limit());
        total += count;
        return count;
    }

    /**
     * All of the answer: 1 to {@link #LONGEST} bytes of UTF-8.
     *
     * @param before what is said before the output; shorter than {@link #LONGEST} by far
     * @param behind what is said behind it, as {@code before}
     */
    byte[] bytes(String before, String behind) {
        boolean silent = total == 0 && behind.isEmpty();
        // What is not UTF-8 becomes U+FFFD here, and longer.
        String output = silent ? NOTHING : new String(kept.array(), 0, kept.position(), StandardCharsets.UTF_8);
        byte[] all = Text.encode(before + output);
        byte[] end = Text.encode(behind);
        if (total <= LONGEST && all.length + end.length <= LONGEST) {
            return Text.encode(before + output + behind);
        }
        byte[] last = Text.encode("[!] The output has " + total + " bytes and is cut here.\n" + behind);
        byte[] start = lines(cut(all, LONGEST - 1 - last.length));
        byte[] reply = Arrays.copyOf(start, start.length + last.length);
        System.arraycopy(last, 0, reply, start.length, last.length);
        return reply;
    }

    /** The same with a line end at its end. */
    private static byte[] lines(byte[] text) {
        if (text.length == 0 || text[text.length - 1] == '\n') {
            return text;
        }
        byte[] ended = Arrays.copyOf(text, text.length + 1);
        ended[text.length] = '\n';
        return ended;
    }

    /** The first bytes of a text in UTF-8, {@code atMost} or as many as whole characters take. */
    static byte[] cut(byte[] text, int atMost) {
        int end = Math.min(text.length, atMost);
        while (end < text.length && (text[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // It ends with the command, and is sent then.
    }
}
