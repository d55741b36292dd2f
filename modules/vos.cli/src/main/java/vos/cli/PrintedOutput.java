package vos.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import vos.protocol.Text;

/**
 * A stranger's text, printed as it comes and made harmless to the terminal: of the control characters only line ends
 * and tabs mean what they are, and what is not UTF-8 is shown as U+FFFD.
 */
final class PrintedOutput implements WritableByteChannel {
    private static final int ROOM = 8192;

    private final PrintWriter out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** What has come and not been decoded: the beginning of a character, at the most, between two writes. */
    private final ByteBuffer undecoded = ByteBuffer.allocate(ROOM);
    private final CharBuffer characters = CharBuffer.allocate(ROOM);
    /** One that came last, and may belong to a line end. */
    private String carriageReturn = "";
    private boolean inLine;
    private boolean open = true;

    PrintedOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public int write(ByteBuffer source) {
        int bytes = source.remaining();
        while (source.hasRemaining()) {
            int count = Math.min(source.remaining(), undecoded.remaining());
            undecoded.put(source.slice(source.position(), count));
            source.position(source.position() + count);
            decode(false);
        }
        out.flush();
        return bytes;
    }

    /** There is room for a character a byte. */
    private void decode(boolean last) {
        decoder.decode(undecoded.flip(), characters, last);
        undecoded.compact();
        String text = carriageReturn + characters.flip();
        characters.clear();
        carriageReturn = text.endsWith("\r") ? "\r" : "";
        print(text.substring(0, text.length() - carriageReturn.length()).replace("\r\n", "\n"));
    }

    private void print(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                out.print(Text.printable(text.substring(from, i)));
                out.print(c == '\n' ? System.lineSeparator() : "\t");
                from = i + 1;
            }
        }
        out.print(Text.printable(text.substring(from)));
        if (!text.isEmpty()) {
            inLine = !text.endsWith("\n");
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Prints what is left, and ends the last line if it had no end. */
    @Override
    public void close() {
        if (open) {
            open = false;
            decode(true);
            if (inLine) {
                out.println();
            }
            out.flush();
        }
    }
}
