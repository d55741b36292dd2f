package vos.protocol;

import java.io.IOException;

/**
 * Answers requests. A server's session is one; a {@link ClientEnd} is the same service seen from the far side of a
 * wire, and the work of a dialect is that nobody can tell the difference.
 */
@FunctionalInterface
public interface Service {

    /**
     * Does what is asked and says how it went. What could not be done is a {@link Reply.Failed}, not an exception. An
     * upload's body has been read to its end when this returns.
     *
     * @throws PeerGoneException when the other side of the wire went away meanwhile
     * @throws ProtocolViolation when the other side of the wire broke the protocol meanwhile
     */
    Reply perform(Request request) throws IOException;
}
