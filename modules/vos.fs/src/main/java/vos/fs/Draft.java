package vos.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import vos.fs.WorkspaceException.Reason;

/**
 * Content on its way to a name: seen by nobody until it is published, whole, in one step.
 *
 * <p>A draft that is closed without having been published leaves nothing behind, and what bore its name before stays
 * as it was. So does one whose writing failed: it is closed by the failure, and half a content is never published.
 *
 * <p>For one thread.
 */
public interface Draft extends WritableByteChannel {

    /**
     * Appends bytes.
     *
     * @throws WorkspaceException if they cannot be stored, above all with {@link Reason#NO_SPACE};
     *         the draft is then discarded
     * @throws java.nio.channels.ClosedChannelException if the draft is closed
     */
    @Override
    int write(ByteBuffer source) throws IOException;

    /**
     * Makes the content visible under its name, and closes the draft. If that fails the draft is still open, and
     * visible to nobody; or else it is closed, {@link Reason#FAILED}, and visible, but may not survive what the volume
     * promises that it does.
     *
     * @throws WorkspaceException with {@link Reason#ALREADY_EXISTS} if the name is taken and the
     *         draft was to {@link Publish#CREATE}; if a directory has taken the name; if the parent is gone
     * @throws IllegalStateException if the draft is closed
     */
    void publish() throws WorkspaceException;

    /** Discards the content, unless it was published. Again: does nothing. */
    @Override
    void close() throws WorkspaceException;
}
