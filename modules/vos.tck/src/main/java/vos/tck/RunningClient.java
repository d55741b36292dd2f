package vos.tck;

import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;

/** A client that has been started: a process, or in tests of the kit a thread. */
public interface RunningClient {

    /** What is written here is typed. */
    OutputStream input();

    /** Whether it was started with the name of the user, so that this is not typed. */
    default boolean knowsUser() {
        return false;
    }

    /** Waits for the client to end, at most so long; its exit code, if it has ended. */
    OptionalInt await(Duration time);

    /** The end of what it has printed so far, on either of its outputs, in UTF-8; what is none is replaced. */
    String printed();

    /** Ends it, with all that it has started. */
    void end();
}
