package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.server.TreeAssert.assertThatTree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.fs.LocalVolume;
import vos.protocol.Body;
import vos.protocol.LineDialect;
import vos.protocol.LineServerEnd;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** One conversation whose every byte is known beforehand: what the peer is answered, and what the listener is told. */
class ConnectionTest {
    @TempDir
    Path root;
    private final Recorder recorder = new Recorder();
    private Session session;
    private Connection connection;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(root.resolve("kept"), "old");
        session = new Interpreter(LocalVolume.open(root), Limits.USUAL, Plenty.resources());
    }

    @Test
    void everyRequestHasABeforeAndAnAfter() {
        var transport = ScriptedTransport.reading("touch\ta\n", "size\tno\n", "quit\n");
        run(transport);
        assertEquals("READY\nOK\nERROR\tnot-found\t\"/no\" does not exist\nBYE\n",
                String.join("", transport.writes()));
        assertTold("connected",
                "before Touch", "after Touch: Done",
                "before Size", "after Size: Failed",
                "before Quit", "after Quit: Goodbye",
                "disconnected");
        assertTrue(transport.outputShut());
        assertTrue(transport.closed());
    }

    @Test
    void aPeerThatGoesInTheMiddleOfAnUploadHasAnAfterWithoutAReply() {
        run(ScriptedTransport.reading("put\tkept\t9\n", "begin").thenReset());
        assertTold("connected",
                "before Upload", "after Upload: null, PeerGoneException",
                "disconnected, PeerGoneException");
    }

    @Test
    void aPeerThatGoesInTheMiddleOfAReplyHasAnAfterWithTheReply() {
        run(ScriptedTransport.reading("size\tkept\n").takingOnly("READY\nOK".length()));
        assertTold("connected",
                "before Size", "after Size: Size, PeerGoneException",
                "disconnected, PeerGoneException");
    }

    @Test
    void aPeerThatGoesInTheMiddleOfACommandHasAskedForNothing() {
        run(ScriptedTransport.reading("rm\tkep"));
        assertTold("connected", "disconnected, PeerGoneException");
    }

    @Test
    void aPeerThatGoesWhileItIsGreetedHasComeAndGone() {
        run(ScriptedTransport.reading("rm\tkept\n").takingOnly(3));
        assertTold("connected", "disconnected, PeerGoneException");
    }

    @Test
    void aPeerThatBreaksTheProtocolHasTheLastWordSaidToIt() {
        var transport = ScriptedTransport.reading("put\tx\tmuch\n", "rm\tkept\n");
        run(transport);
        assertTold("connected", "disconnected, ProtocolViolation");
        assertTrue(transport.outputShut(), "closed without a farewell");
        assertEquals("[READY\n, ERROR\tmalformed\ta number of up to 18 digits was expected: \"much\"\n]",
                transport.writes().toString());
    }

    @Test
    void aBreachThatCannotBeAnsweredIsStillABreach() {
        run(ScriptedTransport.reading("put\tx\tmuch\n").takingOnly("READY\n".length()));
        assertTold("connected", "disconnected, ProtocolViolation");
    }

    @Test
    void aContentIsClosedAndOneThatCannotBeHasAnAfterAllTheSame() {
        session = request -> new Reply.Content(Body.of(Channels.newChannel(contentThatCannotBeClosed()), 3));
        var transport = ScriptedTransport.reading("get\tx\n");
        run(transport);
        assertEquals("READY\nOK\t3\nabc", String.join("", transport.writes()));
        assertTold("connected",
                "before Download", "after Download: Content, IOException",
                "disconnected, IOException");
    }

    private static InputStream contentThatCannotBeClosed() {
        return new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}) {
            @Override
            public void close() throws IOException {
                throw new IOException("the volume is gone");
            }
        };
    }

    // ---- a server that is being stopped ----------------------------------------------------------------------------

    @Test
    void aRequestThatArrivesWhileTheServerStopsIsNotBegun() throws IOException {
        var transport = ScriptedTransport.reading("rm\tkept\n");
        run(transport, wire -> new LineServerEnd(wire) {
            @Override
            public Optional<Request> receive() throws IOException {
                Optional<Request> request = super.receive();
                connection.drain();
                return request;
            }
        });
        assertTrue(transport.closed());
        assertTold("connected", "disconnected");
        assertThatTree(root).contains("kept = old");
    }

    @Test
    void theRequestThatIsAnsweredWhileTheServerStopsIsTheLast() throws IOException {
        var transport = ScriptedTransport.reading("touch\tfirst\n", "touch\tsecond\n");
        run(transport, wire -> new LineServerEnd(wire) {
            @Override
            public void reply(Request request, Reply reply) throws IOException {
                connection.drain();
                assertFalse(transport.closed(), "closed before its answer");
                super.reply(request, reply);
            }
        });
        assertEquals("[READY\n, OK\n]", transport.writes().toString());
        assertTold("connected", "before Touch", "after Touch: Done", "disconnected");
        assertThatTree(root).contains("first = ", "kept = old");
    }

    // ---- help ------------------------------------------------------------------------------------------------------

    private interface Ends {
        ServerEnd on(Wire wire);
    }

    private void run(ScriptedTransport transport) {
        run(transport, LineServerEnd::new);
    }

    private void run(ScriptedTransport transport, Ends ends) {
        var dialect = new LineDialect() {
            @Override
            public ServerEnd serverEnd(Wire wire, Service service) {
                return ends.on(wire);
            }
        };
        var watched = new WatchedTransport(transport, System::nanoTime);
        var host = new Connection.Host(dialect, Limits.USUAL, recorder, Thread::startVirtualThread);
        connection = new Connection(new Peer(1, "script"), watched, WireOptions.DEFAULTS, session, host);
        connection.run();
    }

    private void assertTold(String... events) {
        assertEquals(List.of(events), recorder.of(1));
    }
}
