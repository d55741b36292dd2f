package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the ends of {@link LineDialect} say and understand, each alone with a script. That both together answer as the
 * service does alone is tested where there is a service, in {@code vos.server}.
 */
class LineEndsTest {

    // ---- the server's end ------------------------------------------------------------------------------------------

    static Stream<Request> requests() {
        return Stream.of(new Request.ListDirectory(""), new Request.ListDirectory("my docs"),
                new Request.ChangeDirectory("my docs"), new Request.WhereAmI(),
                new Request.MakeDirectory("h\u00e4user"), new Request.Remove(" a "), new Request.Touch("a b"),
                new Request.Move("a b", "c d"),
                new Request.Size("a b"), new Request.Download("a b"), new Request.Preview("a b", 999_999_999),
                new Request.Hello(Hello.VERSION), new Request.Quit(), new Request.Unknown("frobnicate"));
    }

    /** Whatever spaces its names hold, wherever they stand. */
    @ParameterizedTest
    @MethodSource("requests")
    void aRequestArrivesAsItWasAsked(Request request) throws IOException {
        var sent = ScriptedTransport.reading("READY\n", "BYE\n");
        assertEquals(new Reply.Goodbye(), connect(sent).perform(request));
        assertEquals(Optional.of(request), server(sent.written()).receive());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUploadArrivesAsItWasSent(boolean mayReplace) throws IOException {
        String content = Bytes.everyByte();
        var sent = ScriptedTransport.reading("READY\n", "OK\n");
        var asked = new Request.Upload("a b", Body.of(Bytes.of(content)), mayReplace);
        assertEquals(new Reply.Done(), connect(sent).perform(asked));
        ServerEnd server = server(sent.written());
        var upload = (Request.Upload) server.receive().orElseThrow();
        assertEquals("a b " + mayReplace, upload.path() + " " + upload.mayReplace());
        assertEquals(content, Bytes.text(upload.content().readAtMost(256).orElseThrow()));
        assertEquals(Optional.empty(), server.receive());
    }

    /** No workspace has a file of such a name, and nothing is done to another one. */
    @ParameterizedTest
    @CsvSource({"rm, Remove[path=]", "mv;a, 'Move[from=a, to=]'",
        "touch;a;b, Touch[path=a;b]", "mv;a;b;c, 'Move[from=a, to=b;c]'"})
    void argumentsThatAreMissingAreEmptyAndThoseTooManyNoNames(String line, String request) throws IOException {
        assertEquals(request.replace(';', '\t'), server(Bytes.of(line.replace(';', '\t') + "\n"))
                .receive().orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"head\n", "head\tx\n", "head\tx\tmany\n", "head\tx\t-1\n", "head\tx\t1234567890\n",
        "head\tx\t1\t2\n", "rm\tk\u00ff\n"})
    void aLineThatMakesNoSenseIsMalformedAndTheNextIsRead(String line) throws IOException {
        ServerEnd server = server(Bytes.of(line + "pwd\n"));
        assertEquals(Request.Malformed.class, server.receive().orElseThrow().getClass());
        assertEquals(Optional.of(new Request.WhereAmI()), server.receive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"put\n", "put\tx\n", "add\tx\t\n", "put\tx\tmuch\n", "put\tx\t-1\n", "add\tx\t1\t2\n",
        "put\tx\t1234567890123456789\n"})
    void anUploadWhoseEndNobodyKnowsBreaksTheProtocol(String line) {
        assertThrows(ProtocolViolation.class, () -> server(Bytes.of(line)).receive());
    }

    // ---- the client's end ------------------------------------------------------------------------------------------

    @Test
    void theGreetingIsShownAsItIs() throws IOException {
        var transport = ScriptedTransport.reading("READY\n");
        assertEquals("READY", client(transport).open());
        assertEquals(List.of(), transport.writes());
    }

    @Test
    void anotherGreetingIsThatOfAnotherServer() {
        var other = client(ScriptedTransport.reading("SSH-2.0-OpenSSH_9.2\r\n"));
        assertEquals("READY was expected: \"SSH-2.0-OpenSSH_9.2\"",
                assertThrows(ProtocolViolation.class, other::open).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nrm\tb", "a\r"})
    void aNameThatCannotBeSaidIsRefusedWithoutAWord(String name) throws IOException {
        var transport = ScriptedTransport.reading("READY\n");
        assertEquals(new Reply.Failed(ErrorCode.INVALID_NAME, "a name cannot hold a control character"),
                connect(transport).perform(new Request.Touch(name)));
        assertEquals(List.of(), transport.writes());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            nonsense;7              | OK, ERROR or BYE was expected: "nonsense"
            OK                      | a number of up to 18 digits was expected: ""
            OK;seven                | a number of up to 18 digits was expected: "seven"
            OK;1234567890123456789  | a number of up to 18 digits was expected: "1234567890123456789"
            ERROR                   | an error was expected: ""
            ERROR;teapot;I am one   | an error was expected: "teapot"
            """)
    void anAnswerThatIsNoneBreaksTheProtocol(String answer, String complaint) throws IOException {
        ClientEnd client = connect(ScriptedTransport.reading("READY\n", answer.replace(';', '\t') + "\n"));
        var violation = assertThrows(ProtocolViolation.class, () -> client.perform(new Request.Size("a")));
        assertEquals(complaint, violation.getMessage());
    }

    @Test
    void anAnswerThatIsNoTextBreaksTheProtocol() throws IOException {
        ClientEnd client = connect(ScriptedTransport.reading("READY\n", "OK\t/k\u00ff\n"));
        var violation = assertThrows(ProtocolViolation.class, () -> client.perform(new Request.WhereAmI()));
        assertEquals("an answer is not UTF-8: \"OK\\x09/k\\xff\"", violation.getMessage());
    }

    @Test
    void whatNobodyKnowsCannotBeDone() throws IOException {
        ClientEnd client = connect(ScriptedTransport.reading("READY\n", "OK\n"));
        assertThrows(ProtocolViolation.class, () -> client.perform(new Request.Unknown("frobnicate")));
    }

    @Test
    void aServerThatLeavesWithoutAnAnswerIsGone() throws IOException {
        ClientEnd client = connect(ScriptedTransport.reading("READY\n"));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.WhereAmI()));
    }

    private static ServerEnd server(byte[] heard) {
        return new LineServerEnd(new Wire(ScriptedTransport.reading(List.of(heard)), WireOptions.DEFAULTS));
    }

    private static ClientEnd client(ScriptedTransport transport) {
        return new LineClientEnd(() -> new Wire(transport, WireOptions.DEFAULTS));
    }

    private static ClientEnd connect(ScriptedTransport transport) throws IOException {
        ClientEnd client = client(transport);
        client.open();
        return client;
    }
}
