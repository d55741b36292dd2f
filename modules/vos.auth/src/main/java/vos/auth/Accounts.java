package vos.auth;

import java.io.IOException;
import java.util.Optional;

/**
 * Those who may log in.
 *
 * <p>Safe for use by many threads. Does not count failures: that is {@link LoginThrottle}'s work.
 */
public interface Accounts {

    /**
     * Who this is; empty if there is no such user or the password is another. Which of the two it was is told neither
     * by the answer nor by the time that it takes.
     *
     * @param user as it was typed: any text, also one that can be nobody's name
     * @param password stays the caller's, to be closed
     * @throws IOException if that cannot be told, or the thread was interrupted
     */
    Optional<Principal> authenticate(String user, Password password) throws IOException;
}
