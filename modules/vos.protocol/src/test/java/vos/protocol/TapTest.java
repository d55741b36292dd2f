package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vos.protocol.Part.BODY;
import static vos.protocol.Part.DELIMITER;
import static vos.protocol.Part.HEADER;
import static vos.protocol.Part.MESSAGE;
import static vos.protocol.RecordingTap.Direction.RECEIVED;
import static vos.protocol.RecordingTap.Direction.SENT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.RecordingTap.Run;

/** Whoever looks at a wire sees each byte once, in its order, as what it is. */
class TapTest {
    private static final String HEADER_OF_3 = "3" + " ".repeat(63);

    /** Some of everything: a line, a delimited message, a delimited body, a header with a message, one with a body. */
    private static final List<Run> CONVERSATION = List.of(
            new Run(RECEIVED, MESSAGE, "ls"), new Run(RECEIVED, DELIMITER, "\n"),
            new Run(RECEIVED, MESSAGE, "a|"), new Run(RECEIVED, DELIMITER, "||>"),
            new Run(RECEIVED, BODY, "b"), new Run(RECEIVED, DELIMITER, "||>"),
            new Run(RECEIVED, HEADER, HEADER_OF_3), new Run(RECEIVED, MESSAGE, "abc"),
            new Run(RECEIVED, HEADER, HEADER_OF_3), new Run(RECEIVED, BODY, "def"),
            new Run(RECEIVED, MESSAGE, "the"), new Run(RECEIVED, BODY, "rest"));

    @Test
    void whatIsReceivedIsSeenAsWhatItIsHoweverItIsCut() throws IOException {
        var stream = new StringBuilder();
        CONVERSATION.forEach(run -> stream.append(run.text()));
        for (var segments : Splits.of(Bytes.of(stream.toString())).toList()) {
            var tap = new RecordingTap();
            receiveEverything(new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS.withTap(tap)));
            assertEquals(CONVERSATION, tap.runs());
        }
    }

    private static void receiveEverything(Wire wire) throws IOException {
        var bars = new DelimiterFraming(wire, Bytes.of("||>"));
        var headers = new HeaderFraming(wire, 64);
        new LineFraming(wire).receive();
        bars.receive();
        bars.receiveBody().close();
        headers.receive();
        headers.receiveBody().close();
        wire.take(3, MESSAGE);
        new UntilCloseFraming(wire).receiveBody().close();
    }

    /** Or else two headers in a row would look like one of twice the width. */
    @Test
    void anEmptyMessageIsSeenBetweenItsHeaderAndTheNext() throws IOException {
        var tap = new RecordingTap();
        String empty = "0" + " ".repeat(63);
        var wire = new Wire(ScriptedTransport.reading(empty + HEADER_OF_3 + "abc"), WireOptions.DEFAULTS.withTap(tap));
        var headers = new HeaderFraming(wire, 64);
        headers.receive();
        headers.receive();
        assertEquals(List.of(new Run(RECEIVED, HEADER, empty), new Run(RECEIVED, MESSAGE, ""),
                new Run(RECEIVED, HEADER, HEADER_OF_3), new Run(RECEIVED, MESSAGE, "abc")), tap.runs());
    }

    @Test
    void whatIsSentIsSeenAsWhatItIs() throws IOException {
        var tap = new RecordingTap();
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS.withTap(tap));
        new LineFraming(wire).send(Bytes.of("ls"));
        new DelimiterFraming(wire, Bytes.of("||>")).send(Body.of(Bytes.of("b")));
        new HeaderFraming(wire, 64).send(Bytes.of("abc"));
        wire.send(Body.of(Bytes.of("def")));
        assertEquals(List.of(
                new Run(SENT, MESSAGE, "ls"), new Run(SENT, DELIMITER, "\n"),
                new Run(SENT, BODY, "b"), new Run(SENT, DELIMITER, "||>"),
                new Run(SENT, HEADER, HEADER_OF_3), new Run(SENT, MESSAGE, "abc"),
                new Run(SENT, BODY, "def")), tap.runs());
        assertEquals(Bytes.text(transport.written()), tap.text(SENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 100_000})
    void largeBodiesAreSeenWholeInBothDirections(int segment) throws IOException {
        byte[] content = Bytes.noise(300_000);
        var tap = new RecordingTap();
        var transport = ScriptedTransport.reading(Splits.pieces(content, segment));
        var wire = new Wire(transport, WireOptions.DEFAULTS.withTap(tap));
        wire.send(Body.of(content));
        wire.body(content.length).close();
        String seen = Bytes.text(content);
        assertEquals(List.of(new Run(SENT, BODY, seen), new Run(RECEIVED, BODY, seen)), tap.runs());
    }

    @Test
    void aSegmentIsAMessage() throws IOException {
        var tap = new RecordingTap();
        var wire = new Wire(ScriptedTransport.reading("ls -l"), WireOptions.DEFAULTS.withTap(tap));
        new SegmentFraming(wire, 4).receive();
        assertEquals(List.of(new Run(RECEIVED, MESSAGE, "ls -")), tap.runs());
    }

    /** A tap may leave its buffer in any state; the bytes and the wire must not notice. */
    @Test
    void aTapThatReadsItsBufferToTheEndChangesNothing() throws IOException {
        var greedy = new Tap() {
            @Override
            public void sent(Part part, ByteBuffer bytes) {
                bytes.position(bytes.limit());
            }

            @Override
            public void received(Part part, ByteBuffer bytes) {
                bytes.position(bytes.limit());
            }
        };
        var transport = ScriptedTransport.reading("ls\n");
        var wire = new Wire(transport, WireOptions.DEFAULTS.withTap(greedy));
        assertEquals("ls", Bytes.text(new LineFraming(wire).receive().orElseThrow()));
        wire.send(Body.of(Bytes.of("content")));
        wire.flush();
        assertEquals(List.of("content"), transport.writes());
    }
}
