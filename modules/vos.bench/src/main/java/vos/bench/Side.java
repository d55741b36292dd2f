package vos.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One of those that are compared: how its server is started, and how one speaks to it. */
sealed interface Side permits
        FloorSide, EchoSide, VosSide, VsftpdSide, PureFtpdSide, PyftpdlibSide, ApacheFtpSide, SftpSide, PublishedSide {

    /** What a side is there for. */
    enum Role {
        /** What the machine can do, without a protocol. */
        FLOOR,
        /** What the JVM can do with commands, without a protocol. */
        BARE,
        OURS,
        PEER
    }

    /** By which it is chosen, and shown. */
    String name();

    Role role();

    /** How to get it, a sentence, when it is not there. */
    Optional<String> missing();

    /** Whether its server can do this at all. */
    boolean does(Work work);

    /** The server's command; writes the files of configuration that it needs into the stage's scratch directory. */
    Launch launch(Stage stage) throws IOException, BenchException;

    /** The protocol, as {@code vos-load} names it. */
    String protocol();

    /** More for {@code vos-load}: whose account it is. */
    default List<String> keys() {
        return List.of();
    }

    /** The task, in a size that this side can do in a time that one can wait for. */
    default Task suited(Task task) {
        return task;
    }

    /** How often it does a work before anything counts. */
    default int warmUps() {
        return 1;
    }

    /** Who has the work done. */
    default Load load(Path vosLoad) {
        return new LoadClient(vosLoad, this);
    }
}
