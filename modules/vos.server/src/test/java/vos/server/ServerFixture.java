package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.fs.LocalVolume;
import vos.fs.Volume;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;

/** A server on a port of its own, its callers, and an end for all of them. */
@Timeout(60)
abstract class ServerFixture {
    static final ServerOptions OPTIONS = ServerOptions.onLoopback(0);
    /** More than all the buffers between two ends can hold. */
    static final int MORE_THAN_FITS = 64 << 20;

    @TempDir
    Path root;
    Server server;
    Recorder recorder = new Recorder();
    private final List<Caller> callers = new ArrayList<>();

    @BeforeEach
    void prepareTree() throws IOException {
        Files.writeString(root.resolve("kept"), "old");
    }

    @AfterEach
    void endAll() throws IOException {
        for (Caller caller : callers) {
            caller.close();
        }
        if (server != null) {
            server.close();
        }
    }

    void start() throws IOException {
        start(OPTIONS);
    }

    void start(ServerOptions options) throws IOException {
        start(new LineDialect(), options);
    }

    void start(Dialect dialect, ServerOptions options) throws IOException {
        start(dialect, LocalVolume.open(root), options);
    }

    void start(Dialect dialect, Volume volume, ServerOptions options) throws IOException {
        server = Server.start(dialect, volume, options, recorder);
    }

    /** Calls, and does not wait to be greeted. */
    Caller dial() throws IOException {
        var caller = new Caller(server.port());
        callers.add(caller);
        return caller;
    }

    Caller call() throws IOException {
        Caller caller = dial();
        assertEquals("READY", caller.hear());
        return caller;
    }

    /** Callers that the server waits for, each in the middle of an upload. */
    List<Caller> callAndBeginUploads(String... names) throws IOException {
        long before = recorder.count("before Upload");
        List<Caller> busy = new ArrayList<>();
        for (String name : names) {
            Caller caller = call();
            caller.say("put\t" + name + "\t9\nbegin");
            busy.add(caller);
        }
        eventually().until(() -> recorder.count("before Upload") == before + names.length);
        return busy;
    }

    Caller callAndBeginUpload(String name) throws IOException {
        return callAndBeginUploads(name).getFirst();
    }

    /** A caller that has asked for a file of {@link #MORE_THAN_FITS} bytes, and has not read them. */
    Caller callAndBeginDownload() throws IOException {
        Path large = root.resolve("large");
        if (!Files.exists(large)) {
            try (var file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(MORE_THAN_FITS);
            }
        }
        Caller caller = call();
        assertEquals("OK\t" + MORE_THAN_FITS, caller.ask("get\tlarge"));
        return caller;
    }

    /** A whole session from its greeting to its end works. */
    void assertThatASessionWorks() throws IOException {
        try (Caller caller = call()) {
            caller.say("put\tsession\t5\nworks");
            assertEquals("OK", caller.hear());
            assertEquals("OK\t5", caller.ask("get\tsession"));
            assertEquals("works", Bytes.text(caller.hear(5)));
            assertEquals("OK", caller.ask("rm\tsession"));
            assertEquals("BYE", caller.ask("quit"));
            assertEquals("", caller.hearToTheEnd());
        }
    }

    static ConditionFactory eventually() {
        return Awaitility.await().pollInterval(Duration.ofMillis(10));
    }
}
