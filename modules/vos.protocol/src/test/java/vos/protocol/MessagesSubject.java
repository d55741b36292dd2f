package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a framing makes of a stream: {@code assertMessages(LineFraming::new, "a\n\nb\n").are("a", "", "b")}. */
final class MessagesSubject {
    private final List<String> messages = new ArrayList<>();
    private IOException failure;

    private MessagesSubject(Function<Wire, Framing> framing, ScriptedTransport transport) {
        var receiver = framing.apply(new Wire(transport, WireOptions.DEFAULTS));
        try {
            var message = receiver.receive();
            while (message.isPresent()) {
                messages.add(Bytes.text(message.get()));
                message = receiver.receive();
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** All messages of this stream, read until it ends or fails. */
    static MessagesSubject assertMessages(Function<Wire, Framing> framing, ScriptedTransport transport) {
        return new MessagesSubject(framing, transport);
    }

    /** All messages that come in these segments. */
    static MessagesSubject assertMessages(Function<Wire, Framing> framing, String... segments) {
        return assertMessages(framing, ScriptedTransport.reading(segments));
    }

    /** These are the messages, and the stream ends behind the last of them. */
    void are(List<String> expected) {
        assertEquals(outcome(expected, Optional.empty()), outcome(messages, Optional.ofNullable(failure)));
    }

    /** These are the messages, and the stream ends behind the last of them. */
    void are(String... expected) {
        are(List.of(expected));
    }

    /** These are the messages before reading fails, in this way and with these words. */
    void areOnly(List<String> expected, Class<? extends IOException> how, String words) {
        assertEquals(expected, messages);
        assertInstanceOf(how, failure, () -> "after " + messages);
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static String outcome(List<String> messages, Optional<IOException> failure) {
        return messages + failure.map(e -> " and then " + e).orElse(" and the end");
    }
}
