package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;
import vos.protocol.LineServerEnd;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Wire;

/** Peers that break the protocol, and defects of ours: whose connection ends, and what everybody is told. */
class ServerFailuresTest extends ServerFixture {
    private static final String INTERNAL = "ERROR\tinternal\tthe server failed\n";

    // ---- peers that break the protocol -----------------------------------------------------------------------------

    @Test
    void anOverlongCommandIsAnsweredAndThenTheConnectionIsClosed() throws IOException {
        start();
        Caller caller = call();
        caller.say("x".repeat(8193));
        assertEquals("ERROR\tmalformed\ta message is longer than 8192 bytes\n", caller.hearToTheEnd());
        caller.close();
        eventually().until(() -> recorder.of(1).contains("disconnected, ProtocolViolation"));
    }

    @Test
    void theLongestCommandThatIsAllowedIsAnswered() throws IOException {
        start();
        assertEquals("ERROR\tunsupported\tthe command is not known here", call().ask("x".repeat(8192)));
    }

    @Test
    void aPeerThatIsStillSendingGetsTheReasonAllTheSame() throws IOException {
        start();
        Caller caller = call();
        caller.say("put\tfile\tmuch\n" + "much ".repeat(1 << 20));
        assertEquals("ERROR\tmalformed\ta number of up to 18 digits was expected: \"much\"\n", caller.hearToTheEnd());
    }

    @Test
    void nothingBehindABrokenPlaceIsUnderstoodAsACommand() throws IOException {
        start();
        Caller caller = call();
        caller.say("touch\tbefore\nput\tkept\t-1\nrm\tkept\nquit\n");
        assertEquals("OK", caller.hear());
        assertTrue(caller.hear().startsWith("ERROR\tmalformed\t"));
        assertEquals("", caller.hearToTheEnd());
        assertThatTree(root).contains("before = ", "kept = old");
    }

    @Test
    void aMessageThatIsNoTextIsRefusedAndTheConversationGoesOn() throws IOException {
        start();
        Caller caller = call();
        assertEquals("ERROR\tmalformed\tthis is not UTF-8", caller.ask("rm\tk\u00ff"));
        assertEquals("OK\t/", caller.ask("pwd"));
    }

    // ---- defects of ours -------------------------------------------------------------------------------------------

    @Test
    void aDefectInTheServiceIsToldToThePeerWithoutItsParticulars() throws IOException {
        start(new LineDialect(), new FailingVolume(() -> {
            throw new IllegalStateException("the particulars");
        }), OPTIONS);
        Caller caller = call();
        caller.say("size\tx\n" + "and more that nobody reads\n".repeat(1 << 16));
        assertEquals(INTERNAL, caller.hearToTheEnd());
        caller.close();
        eventually().untilAsserted(() -> assertEquals("[java.lang.IllegalStateException: the particulars]",
                recorder.failures().toString()));
        assertEquals("after Size: null, IllegalStateException", recorder.of(1).get(2));
        assertEquals("OK\t/", call().ask("pwd"));
    }

    @Test
    void aDefectInReadingRequestsIsToldToThePeerWithoutItsParticulars() throws IOException {
        startDefective(wire -> new LineServerEnd(wire) {
            @Override
            public Optional<Request> receive() throws IOException {
                if (super.receive().orElse(null) instanceof Request.WhereAmI) {
                    throw new IllegalStateException("the particulars");
                }
                return Optional.of(new Request.Quit());
            }
        });
        Caller caller = call();
        caller.say("pwd\n" + "and more that nobody reads\n".repeat(1 << 16));
        assertEquals(INTERNAL, caller.hearToTheEnd());
        caller.close();
        eventually().until(() -> recorder.of(1).contains("disconnected, IllegalStateException"));
        assertEquals("BYE", call().ask("quit"));
    }

    @Test
    void aDefectInWritingAReplyEndsThatConnectionAlone() throws IOException {
        startDefective(wire -> new LineServerEnd(wire) {
            @Override
            public void reply(Request request, Reply reply) throws IOException {
                if (request instanceof Request.Touch) {
                    throw new IllegalStateException("the particulars");
                }
                super.reply(request, reply);
            }
        });
        Caller other = call();
        Caller caller = call();
        caller.say("touch\tx\n");
        assertEquals("", caller.hearToTheEnd());
        caller.close();
        eventually().until(() -> recorder.of(2).contains("disconnected, IllegalStateException"));
        assertEquals("after Touch: Done, IllegalStateException", recorder.of(2).get(2));
        assertEquals("OK\t/", other.ask("pwd"));
        assertEquals("OK\t/", call().ask("pwd"));
    }

    @Test
    void aDefectInMakingAnEndEndsThatConnectionAlone() throws IOException {
        var made = new AtomicInteger();
        startDefective(wire -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("the particulars");
            }
            return new LineServerEnd(wire);
        });
        Caller unlucky = dial();
        assertEquals("", unlucky.hearToTheEnd());
        unlucky.close();
        eventually().until(() -> recorder.of(1).contains("disconnected, IllegalStateException"));
        assertThatASessionWorks();
    }

    @Test
    void whatAListenerThrowsEndsThatConnectionAlone() throws IOException {
        server = Server.start(new LineDialect(), LocalVolume.open(root), OPTIONS, new ServerListener() {
            @Override
            public void before(Peer peer, Request request) {
                if (request instanceof Request.Touch) {
                    throw new IllegalStateException("a listener's defect");
                }
            }
        });
        Caller caller = call();
        caller.say("touch\tx\n");
        assertEquals("", caller.hearToTheEnd());
        assertThatTree(root).contains("kept = old");
        assertThatASessionWorks();
    }

    private void startDefective(Function<Wire, ServerEnd> ends) throws IOException {
        start(new LineDialect() {
            @Override
            public ServerEnd serverEnd(Wire wire, Service session) {
                return ends.apply(wire);
            }
        }, OPTIONS);
    }

    // ---- files that change -----------------------------------------------------------------------------------------

    /** Where a content ends with its connection, an end would make a whole one of it. */
    @Test
    void aFileThatShrinksWhileItIsSentBreaksTheConnectionOffAndIsNotPaddedOut() throws IOException {
        start();
        Caller caller = callAndBeginDownload();
        try (var file = FileChannel.open(root.resolve("large"), StandardOpenOption.WRITE)) {
            file.truncate(1);
        }
        assertThrows(SocketException.class, () -> caller.hear(MORE_THAN_FITS));
        caller.close();
        eventually().until(() -> recorder.of(1).contains("disconnected, IOException"));
        String failures = recorder.failures().toString();
        assertTrue(failures.matches(".*a body ended after [0-9]+ of " + MORE_THAN_FITS + " bytes]"), failures);
    }

    @Test
    void aFileThatIsReplacedWhileItIsSentIsSentAsItWas() throws IOException {
        start();
        Caller caller = callAndBeginDownload();
        Caller other = call();
        other.say("put\tlarge\t3\nnew");
        assertEquals("OK", other.hear());
        assertEquals(MORE_THAN_FITS, caller.hear(MORE_THAN_FITS).length);
        assertEquals("OK\t3", caller.ask("size\tlarge"));
    }

    /** Here by a TLS that was not made ready: whatever it is, somebody goes on accepting. */
    @Test
    void aDefectBeforeAConversationEndsThatConnectionAlone() throws Exception {
        start(OPTIONS.withMaxConnections(1).withTls(SSLContext.getInstance("TLSv1.3")));
        for (int i = 0; i < 3; i++) {
            assertEquals("", dial().hearToTheEnd());
        }
        assertEquals(0, server.connections());
    }
}
