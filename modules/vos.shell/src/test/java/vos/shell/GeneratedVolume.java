package vos.shell;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vos.fs.Draft;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.Status;
import vos.fs.StoredFile;
import vos.fs.Volume;

/**
 * A tree too large to keep: made up as it is asked for, and counting what is asked. Directories are called
 * {@code d00000} and so on, files {@code f00000}; where there is one, {@code d} or {@code f}. A file is lines of 63
 * letters. What is removed is only counted.
 */
final class GeneratedVolume implements Volume {

    private final int depth;
    private final List<Entry> entries;
    private final List<Entry> deepest;
    private final long fileSize;
    private int listed;
    private int removed;
    private long read;

    /** Directories {@code depth} deep; each above the last holds {@code directories}, and each {@code files}. */
    GeneratedVolume(int depth, int directories, int files, long fileSize) {
        this.depth = depth;
        this.deepest = entries("f", files, Kind.FILE).toList();
        this.entries = Stream.concat(entries("d", directories, Kind.DIRECTORY), deepest.stream()).toList();
        this.fileSize = fileSize;
    }

    private static Stream<Entry> entries(String letter, int count, Kind kind) {
        return count == 1
                ? Stream.of(new Entry(letter, kind))
                : IntStream.range(0, count).mapToObj(i -> new Entry("%s%05d".formatted(letter, i), kind));
    }

    /** How many directories have been listed. */
    int listed() {
        return listed;
    }

    int removed() {
        return removed;
    }

    /** How many bytes have been read. */
    long read() {
        return read;
    }

    @Override
    public Status status(Location location) {
        boolean file = !location.isRoot() && location.name().startsWith("f");
        return new Status(file ? Kind.FILE : Kind.DIRECTORY, file ? fileSize : 0, Instant.EPOCH);
    }

    @Override
    public List<Entry> list(Location directory) {
        listed++;
        return directory.names().size() < depth ? entries : deepest;
    }

    @Override
    public StoredFile open(Location file) {
        return new Lines();
    }

    @Override
    public Draft draft(Location target, Publish mode) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public void makeDirectory(Location directory) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public void removeFile(Location file) {
        removed++;
    }

    @Override
    public void removeDirectory(Location directory) {
        removed++;
    }

    @Override
    public void move(Location from, Location to) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public int sweep() {
        return 0;
    }

    private final class Lines implements StoredFile, SeekableByteChannel {

        private long position;
        private boolean open = true;

        @Override
        public SeekableByteChannel channel() {
            return this;
        }

        @Override
        public long size() {
            return fileSize;
        }

        @Override
        public int read(ByteBuffer target) {
            if (position >= fileSize) {
                return -1;
            }
            int count = (int) Math.min(target.remaining(), fileSize - position);
            for (int i = 0; i < count; i++) {
                target.put((byte) (position % 64 == 63 ? '\n' : 'x'));
                position++;
            }
            read += count;
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
