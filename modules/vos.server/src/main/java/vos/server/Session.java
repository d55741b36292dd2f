package vos.server;

import vos.protocol.Service;

/** What one connection asks, and what the server wants to know of it. For one connection and its one thread. */
interface Session extends Service {

    /** Whether this peer may stay as long as it is not idle; one that has yet to log in may not. From any thread. */
    default boolean admitted() {
        return true;
    }

    /** The reply to the last request has been sent, or never will be: what was held for it is given back. */
    default void answered() {
    }
}
