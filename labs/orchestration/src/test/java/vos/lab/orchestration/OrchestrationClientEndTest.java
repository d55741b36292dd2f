package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.RecordingTap;
import vos.protocol.RecordingTap.Direction;
import vos.protocol.RecordingTap.Run;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** How the client's end logs in and says hello, and what it says to a strict server, byte for byte. */
class OrchestrationClientEndTest {
    private static final String LET_IN = "Username: Password: Authentication successful." + Talk.PROMPT;
    private static final String STRICT = LET_IN + "vos/1 upload download\n";
    private static final String LOGIN = "ann\nsecret\nhello vos/1\n";

    private final ScriptedServer server = new ScriptedServer();

    private OrchestrationClientEnd connected(String... script) throws IOException {
        return server.connected(ScriptedTransport.reading(script).thenSilence());
    }

    /** Logged in to a strict server that then says this, one segment after the other. */
    private OrchestrationClientEnd strict(String... answers) throws IOException {
        var client = connected(Stream.concat(Stream.of(STRICT), Stream.of(answers)).toArray(String[]::new));
        assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()));
        assertTrue(client.strict());
        return client;
    }

    // ---- login, hello ----------------------------------------------------------------------------------------------

    @Test
    void theClientSpeaksWhenItIsAsked() throws IOException {
        var client = connected("Username: ");

        assertEquals("", server.said(0));
        assertFalse(client.strict());
        assertThrows(PeerGoneException.class, () -> client.perform(ScriptedServer.login()));
        assertEquals("ann\n", server.said(0));
    }

    @Test
    void theAnswerToHelloTellsTheForm() throws IOException {
        strict();
        assertEquals(LOGIN, server.said(0));

        var client = connected(LET_IN + "Invalid command." + Talk.PROMPT);
        assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()));
        assertFalse(client.strict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vos/1 upload\n", "Invalid command." + Talk.PROMPT})
    void howeverTheServersWordsAreCutTheyAreUnderstood(String answer) throws IOException {
        byte[] all = Bytes.of(LET_IN + answer);
        for (List<byte[]> cut : Splits.cutOnce(all).toList()) {
            var client = server.connected(ScriptedTransport.reading(cut).thenSilence());
            assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()));
        }
        var client = server.connected(ScriptedTransport.reading(Splits.bytewise(all)).thenSilence());
        client.perform(ScriptedServer.login());
        assertEquals(answer.startsWith("vos"), client.strict());
    }

    @Test
    void aWrongPasswordIsAFailureAndTheNextOneMayBeRight() throws IOException {
        var client = connected("Username: Password: Authentication failed." + STRICT);

        var failed = new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, "the user name or the password is wrong");
        assertEquals(failed, client.perform(ScriptedServer.login("ann", "wrong")));
        assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()));
        assertEquals("ann\nwrong\n" + LOGIN, server.said(0));
    }

    /** {@code [ORCH-7.11]} */
    @Test
    void whenTheServerClosesTheAttemptsWereTooMany() throws IOException {
        var closing = ScriptedTransport.reading("Username: Password: Authentication failed.");
        var client = server.connected(closing);
        server.willConnect(ScriptedTransport.reading(STRICT).thenSilence());

        var failed = assertInstanceOf(Reply.Failed.class, client.perform(ScriptedServer.login("ann", "wrong")));
        assertEquals(ErrorCode.TOO_MANY_ATTEMPTS, failed.code());
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("a")));
        assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()), "on another connection");
        assertTrue(closing.closed());
    }

    @Test
    void beforeALoginNothingElseIsAsked() throws IOException {
        var client = connected("Username: ");

        assertEquals(ErrorCode.NOT_AUTHENTICATED,
                assertInstanceOf(Reply.Failed.class, client.perform(new Request.Remove("a"))).code());
        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        assertEquals("", server.said(0));
    }

    @Test
    void whoIsLoggedInIsNotAskedAgain() throws IOException {
        var client = strict("OK\n");

        assertInstanceOf(Reply.Failed.class, client.perform(ScriptedServer.login()));
        assertEquals(new Reply.Done(), client.perform(new Request.Remove("a")));
    }

    @Test
    void whatIsNotALineIsNotSent() throws IOException {
        var client = connected(STRICT);

        for (Request login : List.of(ScriptedServer.login("a\nb", "x"), ScriptedServer.login("a", "x\ny"),
                ScriptedServer.login("a".repeat(1024), "x"), ScriptedServer.login("a", "x".repeat(1024)))) {
            assertEquals(ErrorCode.NOT_AUTHENTICATED,
                    assertInstanceOf(Reply.Failed.class, client.perform(login)).code());
        }
        assertEquals("", server.said(0));
        assertEquals(new Reply.Done(), client.perform(ScriptedServer.login()));
    }

    /** {@code [COM-10.5]}: neither a trace, nor an exception, shows the password. */
    @Test
    void thePasswordIsSeenByNobody() throws IOException {
        var tap = new RecordingTap();
        var transport = ScriptedTransport.reading("Username: Password: secret?");
        var client = new OrchestrationClientEnd(() -> new Wire(transport, WireOptions.DEFAULTS.withTap(tap)));
        client.open();
        Request login = ScriptedServer.login();

        var broken = assertThrows(ProtocolViolation.class, () -> client.perform(login));
        assertFalse(login.toString().contains("secret"), login::toString);
        assertFalse(broken.toString().contains("secret"), "though the server sent it back: " + broken);
        assertEquals(List.of(new Run(Direction.SENT, Part.MESSAGE, "ann\n"),
                new Run(Direction.SENT, Part.SECRET, "secret"),
                new Run(Direction.SENT, Part.DELIMITER, "\n")),
                tap.runs().stream().filter(run -> run.direction() == Direction.SENT).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Welcome to the server!\n", "username: ", "Password: ", "220 ready\r\n"})
    void aServerOfAnotherKindIsFoundOut(String greeting) {
        assertThrows(ProtocolViolation.class, () -> connected(greeting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vos/10 upload\n", "vos/1upload\n"})
    void aWelcomeInAnotherVersionIsNotUnderstood(String welcome) throws IOException {
        var client = connected(LET_IN + welcome);

        assertThrows(ProtocolViolation.class, () -> client.perform(ScriptedServer.login()));
    }

    // ---- strict [ORCH-6] -------------------------------------------------------------------------------------------

    @Test
    void commandsAreLinesAndAnswersAreStatuses() throws IOException {
        var client = strict("OK\n", "OK 10\n a b\ndoc/\n", "OK 0\n", "OK 3\nabc", "OK 2\nxy",
                "ERROR not-found: \"/n\" is not there\n", "OK\n");

        assertEquals(new Reply.Done(), client.perform(new Request.Remove("my docs/a b")));
        assertEquals(new Reply.Listing(List.of(new Entry(" a b", false), new Entry("doc", true))),
                client.perform(new Request.ListDirectory("")));
        assertEquals(new Reply.Listing(List.of()), client.perform(new Request.ListDirectory("doc")));
        assertEquals("abc", ScriptedServer.content(client.perform(new Request.Download("a b"))));
        assertEquals("xy", ScriptedServer.content(client.perform(new Request.Preview("a", 1024))));
        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "\"/n\" is not there"),
                client.perform(new Request.Remove("n")));
        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        assertEquals(LOGIN + "delete my docs/a b\nlist\nlist doc\ndownload a b\npreview a\ndelete n\nexit\n",
                server.said(0));
    }

    @Test
    void anUploadTellsItsSizeBeforeItsName() throws IOException {
        var client = strict("OK\n", "ERROR no-space: full\n");

        assertEquals(new Reply.Done(), client.perform(ScriptedServer.upload("a b", "END_OF_FILE")));
        assertInstanceOf(Reply.Failed.class, client.perform(ScriptedServer.upload("c", "")));
        assertEquals(LOGIN + "upload 11 a b\nEND_OF_FILEupload 0 c\n", server.said(0));
    }

    @Test
    void aNameWithALineEndIsRefusedBeforeAnythingIsSent() throws IOException {
        var client = strict();

        for (String name : List.of("a\ndelete b", "a\r")) {
            assertEquals(ErrorCode.INVALID_NAME,
                    assertInstanceOf(Reply.Failed.class, client.perform(new Request.Remove(name))).code());
        }
        assertEquals(LOGIN, server.said(0));
    }

    @Test
    void whatTheDialectHasNoCommandForIsNotAsked() throws IOException {
        var client = strict();

        for (Request request : List.of(new Request.Move("a", "b"), new Request.Size("a"), new Request.WhereAmI(),
                new Request.Preview("a", 10))) {
            assertEquals(ErrorCode.UNSUPPORTED,
                    assertInstanceOf(Reply.Failed.class, client.perform(request)).code());
        }
        assertEquals(LOGIN, server.said(0));
    }

    @Test
    void aDownloadThatIsLeftHalfReadLeavesTheConnectionUseful() throws IOException {
        var client = strict("OK 5\n12345OK\n");

        Body content = assertInstanceOf(Reply.Content.class, client.perform(new Request.Download("a"))).body();
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("b")), "not while it comes");
        content.close();
        assertEquals(new Reply.Done(), client.perform(new Request.Remove("b")));
    }

    @Test
    void aDownloadThatIsCutIsNotBelievedAndTheConnectionIsLost() throws IOException {
        var client = server.connected(ScriptedTransport.reading(STRICT + "OK 5\n1234"));
        client.perform(ScriptedServer.login());

        Reply reply = client.perform(new Request.Download("a"));
        assertThrows(PeerGoneException.class, () -> ScriptedServer.content(reply));
        var lost = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("b")));
        assertTrue(lost.getMessage().endsWith("the connection was lost; log in again"), lost.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK five\n", "FINE\n", "Invalid command.\n", "OK 5\n"})
    void anAnswerThatMakesNoSenseIsNotBelieved(String answer) throws IOException {
        var client = strict(answer);

        assertThrows(ProtocolViolation.class, () -> client.perform(new Request.Remove("a")));
    }
}
