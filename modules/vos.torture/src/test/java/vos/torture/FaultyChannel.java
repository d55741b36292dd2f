package vos.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file that is open for reading, and breaks off when its owner says so, whichever way it is read: to a buffer, or
 * straight to a connection.
 */
final class FaultyChannel extends FileChannel {
    private final FileChannel file;
    private final Owner owner;

    /** Who knows when it is time. */
    interface Owner {

        /** What befalls the next operation; null if it is to work. */
        StorageFault befalls();

        /** It has been closed. */
        void closed() throws IOException;
    }

    FaultyChannel(FileChannel file, Owner owner) {
        this.file = file;
        this.owner = owner;
    }

    /** Whether the file has come to its end before its end. */
    private boolean cutShort() throws IOException {
        StorageFault fault = owner.befalls();
        return switch (fault) {
            case null -> false;
            case CUT -> true;
            case DEFECT -> throw new IllegalStateException("the storage has a defect");
            default -> throw new IOException("a bad sector");
        };
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (cutShort()) {
            return -1;
        }
        int limit = target.limit();
        target.limit(target.position() + Math.min(FaultyVolume.PIECE, target.remaining()));
        try {
            return file.read(target);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return cutShort() ? 0 : file.transferTo(position, Math.min(FaultyVolume.PIECE, count), target);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        owner.closed();
    }

    // ---- what is done to no file that is open for reading ----------------------------------------------------------

    private static UnsupportedOperationException notForReading() {
        return new UnsupportedOperationException("the file is only read, from its beginning");
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw notForReading();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw notForReading();
    }

    @Override
    public int write(ByteBuffer source) {
        throw notForReading();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw notForReading();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw notForReading();
    }

    @Override
    public FileChannel truncate(long size) {
        throw notForReading();
    }

    @Override
    public void force(boolean metaData) {
        throw notForReading();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw notForReading();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw notForReading();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw notForReading();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw notForReading();
    }
}
