package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A line says how many bytes follow: how the strict forms of the line protocols carry files. */
class SizedBodyTest {

    /** Each message as such a body behind such a line: a framing made of two of the wire's own pieces. */
    private static final class AnnouncedFraming extends Framing {
        private final LineFraming lines;

        AnnouncedFraming(Wire wire) {
            super(wire);
            lines = new LineFraming(wire);
        }

        @Override
        protected Body open(Part part) throws IOException {
            byte[] size = lines.receive().orElseThrow(wire::cutOff);
            return wire.body(Long.parseLong(Bytes.text(size)));
        }

        @Override
        public void send(byte[] message) throws IOException {
            send(Body.of(message));
        }

        @Override
        public void send(Body body) throws IOException {
            lines.send(Bytes.of(Long.toString(body.length().orElseThrow())));
            wire.send(body);
        }
    }

    @Nested
    class AsAFraming extends FramingContract {
        @Override
        Framing framing(Wire wire) {
            return new AnnouncedFraming(wire);
        }

        @Override
        List<String> conversation() {
            return List.of("", "ls", "2\nls", "\n\n", "", "good bye");
        }

        @Override
        String announcementOfTooMuch() {
            return "999999999999999999\n";
        }
    }

    @Test
    void aBodyTakesNoByteOfWhatFollowsIt() throws IOException {
        for (var segments : Splits.of(Bytes.of("abcdef")).toList()) {
            var wire = new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS);
            assertEquals(Optional.of("ab"), wire.body(2).readAtMost(100).map(Bytes::text));
            assertEquals(Optional.of(""), wire.body(0).readAtMost(100).map(Bytes::text));
            assertEquals("cd", Bytes.text(wire.take(2, Part.MESSAGE)));
            assertEquals(Optional.of("ef"), wire.body(2).readAtMost(100).map(Bytes::text));
        }
    }

    @Test
    void readingABodyLeavesTheLimitOfItsTargetAlone() throws IOException {
        var target = ByteBuffer.allocate(10).limit(8);
        var body = new Wire(ScriptedTransport.reading("abcdef"), WireOptions.DEFAULTS).body(2);
        assertEquals(2, body.read(target));
        assertEquals(8, target.limit());
    }

    @Test
    void anEmptyBodyWaitsForNothing() throws IOException {
        var transport = ScriptedTransport.reading().thenSilence();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        try (var body = wire.body(0)) {
            assertEquals(Optional.of(""), body.readAtMost(100).map(Bytes::text));
        }
        assertEquals(List.of(), transport.waits());
    }

    @Test
    void aBodyOfLessThanNothingIsRefused() {
        var wire = new Wire(ScriptedTransport.reading(), WireOptions.DEFAULTS);
        assertThrows(IllegalArgumentException.class, () -> wire.body(-1));
    }
}
