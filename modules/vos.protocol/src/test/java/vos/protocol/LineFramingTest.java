package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.protocol.MessagesSubject.assertMessages;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is a line, whoever typed it. */
class LineFramingTest {

    @Nested
    class AsAFraming extends FramingContract {
        @Override
        Framing framing(Wire wire) {
            return new LineFraming(wire);
        }

        @Override
        List<String> conversation() {
            return List.of("", "ls", "a\rb", "\r\ra", "", "the last line");
        }

        @Override
        String everyByte() {
            return Bytes.everyByte().replace("\n", "");
        }

        @Override
        byte[] content(int size) {
            return Bytes.of(Bytes.text(Bytes.noise(size)).replace('\n', '.'));
        }
    }

    @Test
    void aLineMayEndWithACarriageReturnToo() {
        var expected = List.of("", "ls", "a\rb", "", "\r", "bye");
        Splits.of(Bytes.of("\r\nls\r\na\rb\r\n\n\r\r\nbye\r\n")).forEach(segments ->
                assertMessages(LineFraming::new, ScriptedTransport.reading(segments)).are(expected));
    }

    @Test
    void aCarriageReturnAloneEndsNothing() {
        assertMessages(LineFraming::new, ScriptedTransport.reading("ls\r", "pwd\r"))
                .areOnly(List.of(), PeerGoneException.class, "in the middle of a message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "ls\n", "\nls", "ls\nrm", "ls\r\n", "ls\r", "\r"})
    void aMessageThatWouldNotComeOutAsTheSameLineIsNotSent(String message) throws IOException {
        var transport = ScriptedTransport.reading();
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        assertThrows(IllegalArgumentException.class, () -> new LineFraming(wire).send(Bytes.of(message)));
        wire.flush();
        assertEquals(List.of(), transport.writes());
    }
}
