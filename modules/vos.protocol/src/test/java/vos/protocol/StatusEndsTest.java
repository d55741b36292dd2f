package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Vocabulary.Verb;

/** Commands that are lines, from the one end to the other {@code [COM-9.4]}. */
class StatusEndsTest {
    private static final Vocabulary ALL = new LineDialect().vocabulary();

    static Stream<Request> requests() {
        return Stream.of(new Request.ListDirectory(""), new Request.ListDirectory("a b"),
                new Request.ChangeDirectory(".."), new Request.WhereAmI(), new Request.MakeDirectory(" späße "),
                new Request.Remove("  "), new Request.Touch("a\rb"), new Request.Size("x"), new Request.Download("5 x"),
                new Request.Preview("x", Request.Preview.USUAL), new Request.Quit());
    }

    /** What the server's end makes of what the client's says. */
    private static Optional<Request> heard(Request request) throws IOException {
        var said = ScriptedTransport.reading("ERROR busy: later\n");
        assertEquals(new Reply.Failed(ErrorCode.BUSY, "later"), service(said).perform(request));
        return end(ScriptedTransport.reading(Bytes.text(said.written()))).receive();
    }

    private static StatusService service(ScriptedTransport transport) {
        return new StatusService(new Wire(transport, WireOptions.DEFAULTS), ALL);
    }

    private static StatusServerEnd end(ScriptedTransport transport) {
        return new StatusServerEnd(new Wire(transport, WireOptions.DEFAULTS), ALL);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsAskedIsHeard(Request request) throws IOException {
        assertEquals(Optional.of(request), heard(request));
    }

    @Test
    void anUploadBringsItsSizeAndItsContent() throws IOException {
        var heard = (Request.Upload) heard(new Request.Upload("7 a b", Body.of(Bytes.of("put x\n")), true))
                .orElseThrow();
        assertEquals("7 a b", heard.path());
        assertEquals("put x\n", Bytes.text(heard.content().readAtMost(100).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nquit", "\n", "a\r"})
    void aNameThatNoLineCanHoldIsNotSent(String name) throws IOException {
        var transport = ScriptedTransport.reading();
        assertEquals(new Reply.Failed(ErrorCode.INVALID_NAME, "a name cannot hold a line end"),
                service(transport).perform(new Request.Remove(name)));
        assertEquals(List.of(), transport.writes());
    }

    @Test
    void whatHasNoCommandIsNotSent() throws IOException {
        var transport = ScriptedTransport.reading();
        for (Request request : List.of(new Request.Move("a", "b"), new Request.Preview("x", 7))) {
            assertEquals(ErrorCode.UNSUPPORTED,
                    ((Reply.Failed) service(transport).perform(request)).code());
        }
        assertEquals(List.of(), transport.writes());
    }

    @Test
    void theFileBehindAnUploadThatIsNotUtf8IsNoCommand() throws IOException {
        StatusServerEnd end = end(ScriptedTransport.reading("put 6 \u00ff\nquit\n\nls\n"));
        assertEquals(Optional.of(new Request.Malformed("this is not UTF-8")), end.receive());
        assertEquals(Optional.of(new Request.ListDirectory("")), end.receive());
    }

    @Test
    void emptyLinesAreNoCommands() throws IOException {
        StatusServerEnd end = end(ScriptedTransport.reading("\n\r\nls\n\n"));
        assertEquals(Optional.of(new Request.ListDirectory("")), end.receive());
        assertEquals(Optional.empty(), end.receive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"put\n", "put x\n", "put 5\n", "put -1 x\n", "put 5x\n", "put 1234567890123456789 x\n"})
    void anUploadWithoutSizeAndNameBreaksTheFraming(String line) {
        assertThrows(ProtocolViolation.class, () -> end(ScriptedTransport.reading(line)).receive());
    }

    @Test
    void whatTheServerIsNotAskedOrTakesTwoNamesIsUnknown() {
        for (Verb verb : List.of(new Verb("mydir", Operation.LOCAL_DIRECTORY, "", ""),
                new Verb("mv", Operation.MOVE, "A B", ""), new Verb("put", Operation.UPLOAD, "F", ""))) {
            assertEquals(new Request.Unknown(verb.word()), verb.request("x"));
        }
    }
}
