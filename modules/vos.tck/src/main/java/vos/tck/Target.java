package vos.tck;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is judged: a server somewhere, a server that the kit has started, or a client that the kit starts. */
public interface Target {

    /** Where the server listens. */
    InetSocketAddress address();

    /** The directory that it serves, when the kit can look into it. */
    default Optional<Path> root() {
        return Optional.empty();
    }

    /** Users that it knows. */
    default List<Account> accounts() {
        return List.of();
    }

    /** Starts a client in this directory, and tells it to connect to this port on loopback. */
    default RunningClient startClient(int port, Path directory) throws IOException {
        throw new IllegalStateException("this is a server, and no client");
    }

    /** How often the server has ended by itself since it was first started. */
    default int crashes() {
        return 0;
    }

    /** Whether {@link #restart()} ends the server and starts it anew. */
    default boolean restartable() {
        return false;
    }

    /** Sees to it that a server runs, if this is one that the kit starts. */
    default void ensureRunning() throws IOException {
    }

    /** Ends the server and starts it anew, if this is one that the kit starts. */
    default void restart() throws IOException {
    }
}
