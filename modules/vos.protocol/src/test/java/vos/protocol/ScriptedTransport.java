package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A peer whose every read is decided beforehand: each one gives at most one segment of a script. What happens after the
 * last segment is the script's too; unless said otherwise, the stream ends.
 *
 * <p>Keeps what was written, one entry a write, so that a test can say "one reply, one write". For one thread.
 */
public final class ScriptedTransport implements Transport {

    private static final int MOST_SILENT_READS = 1000;

    private enum Ending { END_OF_STREAM, RESET, SILENCE, REPETITION }

    private final Deque<ByteBuffer> segments = new ArrayDeque<>();
    private Ending ending = Ending.END_OF_STREAM;
    private byte[] repeated;
    private long writable = Long.MAX_VALUE;

    private final List<Duration> waits = new ArrayList<>();
    private final List<byte[]> writes = new ArrayList<>();
    private int silentReads;
    private long bytesRead;
    private int regions;
    private boolean outputShut;
    private boolean closed;
    private boolean aborted;
    private boolean breakingOff;
    private int lateAcknowledgements;

    private ScriptedTransport(List<byte[]> script) {
        script.stream().filter(segment -> segment.length > 0).map(ByteBuffer::wrap).forEach(segments::add);
    }

    /** Reads give these segments, one after the other. */
    public static ScriptedTransport reading(List<byte[]> segments) {
        return new ScriptedTransport(segments);
    }

    /** Reads give these segments, one after the other; a character is a byte. */
    public static ScriptedTransport reading(String... segments) {
        return reading(Stream.of(segments).map(Bytes::of).toList());
    }

    /** After the last segment the connection is reset. */
    public ScriptedTransport thenReset() {
        ending = Ending.RESET;
        return this;
    }

    /** After the last segment nothing comes, for as long as anybody waits. */
    public ScriptedTransport thenSilence() {
        ending = Ending.SILENCE;
        return this;
    }

    /** After the last segment comes {@code text}, again and again and for ever. */
    public ScriptedTransport thenForEver(String text) {
        ending = Ending.REPETITION;
        repeated = Bytes.of(text);
        return this;
    }

    /** Takes {@code count} bytes; the connection is reset by the next one. */
    public ScriptedTransport takingOnly(long count) {
        writable = count;
        return this;
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        refuseIfClosed();
        waits.add(atMost);
        if (segments.isEmpty() && ending == Ending.REPETITION) {
            segments.add(ByteBuffer.wrap(repeated));
        }
        return segments.isEmpty() ? afterTheLast(atMost) : give(segments.element(), target);
    }

    private int give(ByteBuffer segment, ByteBuffer target) {
        int count = Math.min(segment.remaining(), target.remaining());
        target.put(segment.slice(segment.position(), count));
        segment.position(segment.position() + count);
        if (!segment.hasRemaining()) {
            segments.remove();
        }
        bytesRead += count;
        return count;
    }

    private int afterTheLast(Duration atMost) throws PeerGoneException {
        return switch (ending) {
            case RESET -> throw new PeerGoneException("script: connection reset");
            case SILENCE -> {
                if (atMost.isZero() || ++silentReads > MOST_SILENT_READS) {
                    throw new AssertionError("somebody waits for ever");
                }
                yield 0;
            }
            default -> -1;
        };
    }

    @Override
    public void acknowledgeLate() {
        lateAcknowledgements++;
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        refuseIfClosed();
        var pieces = new ArrayList<byte[]>();
        for (ByteBuffer source : sources) {
            var piece = new byte[(int) Math.min(source.remaining(), writable)];
            source.get(piece);
            pieces.add(piece);
            writable -= piece.length;
        }
        writes.add(Bytes.join(pieces));
        for (ByteBuffer source : sources) {
            if (source.hasRemaining()) {
                throw new PeerGoneException("script: connection reset");
            }
        }
    }

    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        var region = ByteBuffer.allocate(Math.toIntExact(count));
        int read = file.read(region, position);
        if (read <= 0) {
            return 0;
        }
        regions++;
        write(region.flip());
        return read;
    }

    @Override
    public void shutdownOutput() throws IOException {
        refuseIfClosed();
        outputShut = true;
    }

    @Override
    public void breakOffWhenClosed(boolean breakOff) throws IOException {
        refuseIfClosed();
        breakingOff = breakOff;
    }

    @Override
    public void abort() {
        aborted = true;
        closed = true;
    }

    @Override
    public String peer() {
        return "script";
    }

    @Override
    public void close() {
        aborted |= breakingOff && !closed;
        closed = true;
    }

    private void refuseIfClosed() throws PeerGoneException {
        if (closed) {
            throw new PeerGoneException("script: the connection was closed");
        }
    }

    /** What each write carried, as text. */
    public List<String> writes() {
        return writes.stream().map(Bytes::text).toList();
    }

    /** All that was written. */
    public byte[] written() {
        return Bytes.join(writes);
    }

    /** How long each read was ready to wait. */
    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** How often it was asked to be acknowledged late. */
    public int lateAcknowledgements() {
        return lateAcknowledgements;
    }

    /** How many bytes reads have given. */
    public long bytesRead() {
        return bytesRead;
    }

    /** How many regions of files were sent without passing through a buffer of the caller's. */
    public int regions() {
        return regions;
    }

    /** Whether this side has half-closed. */
    public boolean outputShut() {
        return outputShut;
    }

    /** Whether this side has broken the connection off. */
    public boolean aborted() {
        return aborted;
    }

    /** Whether this side has closed. */
    public boolean closed() {
        return closed;
    }
}
