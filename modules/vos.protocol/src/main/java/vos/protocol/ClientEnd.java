package vos.protocol;

import java.io.Closeable;
import java.io.IOException;

/**
 * One server as its client sees it: the service at the far end of the wire.
 *
 * <p>A content that the server sends must be read to its end, or closed, before the next request is made. What a
 * dialect has no command for is answered {@link ErrorCode#UNSUPPORTED} without asking the server. One thread at a
 * time; {@link #close} may come from any.
 */
public interface ClientEnd extends Service, Closeable {

    /**
     * Connects, reads the greeting and agrees on the form of the protocol.
     *
     * @return the greeting as people should see it, without a line end; empty when there is none
     */
    String open() throws IOException;

    /** Whether the server speaks the strict form; meaningful once {@link #open} has returned. */
    boolean strict();
}
