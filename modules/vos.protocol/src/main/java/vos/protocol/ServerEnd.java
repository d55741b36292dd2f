package vos.protocol;

import java.io.IOException;
import java.util.Optional;

/**
 * One connection as the server sees it: turns the peer's bytes into requests and replies into bytes. The server calls
 * {@link #greet} once and then {@link #receive} and {@link #reply} in turns, from one thread.
 *
 * <p>An end may say something of its own in any of them: a prompt before it reads, an acknowledgement while a body is
 * read, a status behind a reply. What it needs to know for that it asks the {@link Service} it was made with. It opens
 * no file and closes no connection.
 */
public interface ServerEnd {

    /** Says what the server says first, if it speaks first. */
    default void greet() throws IOException {
    }

    /**
     * Reads the next request.
     *
     * @return empty when the peer has ended the conversation, which it may do between two requests
     * @throws PeerGoneException when it ended it elsewhere
     * @throws ProtocolViolation when the framing is broken, so that no further request can be read; the server then has
     *     {@link #reply} say so and closes
     */
    Optional<Request> receive() throws IOException;

    /**
     * Answers {@code request}. The server has read the body of an upload before, and closes that of a download after.
     */
    void reply(Request request, Reply reply) throws IOException;
}
