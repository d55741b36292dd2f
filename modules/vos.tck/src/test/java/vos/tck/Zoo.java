package vos.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A sound server and a sound client of one protocol, and some that are like them but for one thing that people get
 * wrong.
 */
public interface Zoo {

    /** Makes a server of a directory. */
    interface Maker {
        /** The server, which listens already. */
        ZooServer make(Path root) throws IOException;
    }

    /**
     * A server with one defect.
     *
     * @param name the misconception, in a few words, as a teacher would say it: {@code token split across reads is
     *     missed}
     * @param explanation what its author believed, and what is true, in a sentence or two for a student
     * @param maker makes it
     */
    record Mutant(String name, String explanation, Maker maker) {
    }

    /**
     * A client with one defect.
     *
     * @param name the misconception, in a few words
     * @param explanation what its author believed, and what is true, in a sentence or two for a student
     * @param client the client
     */
    record BrokenClient(String name, String explanation, ZooClient client) {
    }

    /** The tests that judge these servers and clients. */
    Suite suite();

    /** A server that does everything right. */
    ZooServer sound(Path root) throws IOException;

    /** The servers that do not. */
    List<Mutant> mutants();

    /** A client that does everything right. */
    ZooClient soundClient();

    /** The clients that do not. */
    List<BrokenClient> brokenClients();
}
