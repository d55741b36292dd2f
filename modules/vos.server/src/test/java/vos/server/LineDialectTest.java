package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vos.fs.LocalVolume;
import vos.protocol.ClientEnd;
import vos.protocol.Delivery;
import vos.protocol.LineDialect;
import vos.protocol.MemoryLink;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** The two ends of a dialect, with a connection between them, answer as the interpreter does alone. */
@Timeout(10)
class LineDialectTest {
    @TempDir
    Path root;
    private final MemoryLink link = new MemoryLink(Delivery.random(1));
    private ClientEnd client;

    @BeforeEach
    void connect() throws IOException {
        Conversations.prepare(root);
        var transport = new WatchedTransport(link.server(), System::nanoTime);
        var session = new Interpreter(LocalVolume.open(root), Limits.USUAL, Plenty.resources());
        var dialect = new LineDialect();
        var host = new Connection.Host(dialect, Limits.USUAL, new Recorder(), Thread::startVirtualThread);
        var connection = new Connection(new Peer(1, "test"), transport, WireOptions.DEFAULTS, session, host);
        Thread.ofVirtual().start(connection);
        client = dialect.clientEnd(() -> new Wire(link.client(), WireOptions.DEFAULTS));
        assertEquals("READY", client.open());
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @ParameterizedTest
    @MethodSource("vos.server.Conversations#all")
    void nobodyCanTellThatThereIsAWireInBetween(Request request, Reply expected) throws IOException {
        assertEquals(Conversations.shown(expected), Conversations.shown(client.perform(request)));
    }
}
