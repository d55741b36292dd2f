package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.protocol.Body;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LogWords;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Secret;

/** Each event is one line, of the level that it deserves. */
class LoggingListenerTest {
    private static final Peer PEER = new Peer(1234, "127.0.0.1:51022");

    private final CapturingLogger log = new CapturingLogger();
    private final LoggingListener listener = new LoggingListener(log, LogWords.PLAIN);

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new Request.ListDirectory("a"), new Reply.Listing(List.of(new Entry("b", true))),
                        "list a: 1 entries"),
                Arguments.of(new Request.ChangeDirectory("a"), new Reply.Directory("/a"), "change directory to a: /a"),
                Arguments.of(new Request.WhereAmI(), new Reply.Directory("/"), "where am I: /"),
                Arguments.of(new Request.MakeDirectory("a"), new Reply.Done(), "make directory a: done"),
                Arguments.of(new Request.Remove("a"), new Reply.Done(), "remove a: done"),
                Arguments.of(new Request.Touch("a"), new Reply.Done(), "touch a: done"),
                Arguments.of(new Request.Move("a", "b"), new Reply.Done(), "move a to b: done"),
                Arguments.of(new Request.Size("a"), new Reply.Size(1_234_567), "size of a: 1234567 bytes"),
                Arguments.of(new Request.Upload("a", moved(432), true), new Reply.Done(), "upload a: 432 bytes stored"),
                Arguments.of(new Request.Download("a"), new Reply.Content(moved(432)), "download a: 432 bytes sent"),
                Arguments.of(new Request.Preview("a", 9), new Reply.Content(moved(9)), "preview a: 9 bytes sent"),
                Arguments.of(new Request.Login("ann", Secret.of(new byte[] {'x'})), new Reply.Done(),
                        "login of ann: done"),
                Arguments.of(new Request.CommandLine("ls -l", null), new Reply.Exit(OptionalInt.of(2)),
                        "run ls -l: exit status 2"),
                Arguments.of(new Request.CommandLine("ls", null), new Reply.Exit(OptionalInt.empty()),
                        "run ls: exit status unknown"),
                Arguments.of(new Request.Hello("vos/2"), new Reply.Welcome("vos/1"),
                        "hello vos/2: the strict form vos/1"),
                Arguments.of(new Request.Quit(), new Reply.Goodbye(), "quit: good bye"),
                Arguments.of(new Request.Unknown("{0}"), new Reply.Failed(ErrorCode.UNSUPPORTED, "it's not {1}"),
                        "unknown command {0}: unsupported, it's not {1}"),
                Arguments.of(new Request.Malformed("x"), new Reply.Failed(ErrorCode.MALFORMED, "x"),
                        "malformed message: malformed, x"));
    }

    private static Body moved(int bytes) {
        try {
            var body = Body.of(new byte[bytes]);
            body.copyTo(Channels.newChannel(new ByteArrayOutputStream()));
            return body;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatWasAskedAndAnsweredIsOneLine(Request request, Reply reply, String line) {
        listener.after(PEER, request, reply, null);
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 " + line), log.lines());
    }

    @Test
    void whatWasNotAnsweredIsSaidToBeSo() {
        listener.after(PEER, new Request.Size("a"), null, new PeerGoneException("gone"));
        listener.after(PEER, new Request.Size("b"), new Reply.Size(3), new PeerGoneException("gone"));
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 size of a: not answered",
                "INFO #1234 127.0.0.1:51022 size of b: not answered"), log.lines());
    }

    @Test
    void comingAndGoingAreInformation() {
        listener.connected(PEER);
        listener.disconnected(PEER, null);
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 connected", "INFO #1234 127.0.0.1:51022 disconnected"),
                log.lines());
    }

    @Test
    void aPublishedProgramsOwnWordsAreKeptTo() {
        var words = new LogWords("[STARTING]", "[LISTENING] on {0}", "[NEW] {0}", "[ACTIVE] {0}", "[GONE] {0}");
        var published = new LoggingListener(log, words);
        published.starting();
        published.listening("127.0.0.1:5050");
        published.connected(PEER);
        published.connected(PEER);
        published.disconnected(PEER, null);
        published.connected(PEER);
        assertEquals(List.of("INFO [STARTING]", "INFO [LISTENING] on 127.0.0.1:5050",
                "INFO [NEW] #1234 127.0.0.1:51022", "INFO [ACTIVE] 1", "INFO [NEW] #1234 127.0.0.1:51022",
                "INFO [ACTIVE] 2", "INFO [GONE] #1234 127.0.0.1:51022", "INFO [NEW] #1234 127.0.0.1:51022",
                "INFO [ACTIVE] 2"), log.lines());
    }

    @Test
    void aThousandConnectionsAreCountedInPlainDigits() {
        var published = new LoggingListener(log, new LogWords("", "", "", "[ACTIVE] {0}", ""));
        for (int i = 0; i < 1_000; i++) {
            published.connected(PEER);
        }
        assertEquals("INFO [ACTIVE] 1000", log.lines().getLast());
    }

    @Test
    void whyAPeerWentIsWorthADebugLine() {
        listener.disconnected(PEER, new PeerGoneException("it was reset"));
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 disconnected",
                "DEBUG #1234 127.0.0.1:51022 went away: it was reset"), log.lines());
    }

    @Test
    void aPeerThatBrokeTheProtocolIsInformation() {
        listener.disconnected(PEER, new ProtocolViolation("no length", new byte[] {'x', '\n'}));
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 broke the protocol: no length: \"x\\x0a\""), log.lines());
        assertEquals(List.of(), log.stacks());
    }

    @Test
    void aDefectOfOursIsAnErrorWithItsStack() {
        var defect = new IllegalStateException("a defect");
        listener.disconnected(PEER, defect);
        assertEquals(List.of("ERROR #1234 127.0.0.1:51022 was disconnected by a failure of the server"), log.lines());
        assertEquals(List.of(defect), log.stacks());
    }

    @Test
    void aNameCannotForgeALine() {
        var name = "a: done\nINFO #1 127.0.0.1:1 remove b\r\u001b[2J\u2028\u202e";
        listener.after(PEER, new Request.Remove(name), new Reply.Failed(ErrorCode.NOT_FOUND, name), null);
        listener.disconnected(PEER, new ProtocolViolation("not\na number"));
        var shown = "a: done\\u000aINFO #1 127.0.0.1:1 remove b\\u000d\\u001b[2J\\u2028\\u202e";
        assertEquals(List.of("INFO #1234 127.0.0.1:51022 remove " + shown + ": not-found, " + shown,
                "INFO #1234 127.0.0.1:51022 broke the protocol: not\\u000aa number"), log.lines());
    }
}
