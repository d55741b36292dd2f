package vos.fs;

import java.io.Closeable;
import java.nio.channels.SeekableByteChannel;

/**
 * A file that is open for reading.
 *
 * <p>It stays what it was when it was opened: replacing, moving or removing the name does not change what is read
 * here.
 *
 * <p>For one thread.
 */
public interface StoredFile extends Closeable {

    /**
     * The content, positioned at its start; the same channel at each call. Closing it, or this, is the same.
     *
     * <p>A volume on a local disk hands out a {@link java.nio.channels.FileChannel}, and a sender may look for one,
     * as its {@code transferTo} spares a copy. That is offered, not required: another volume may have none.
     */
    SeekableByteChannel channel();

    /** Length in bytes when it was opened. */
    long size();
}
