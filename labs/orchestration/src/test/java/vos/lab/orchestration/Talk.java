package vos.lab.orchestration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Transport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * The server's end, spoken to by a client in lock-step. What it does is told as a list: each write of its own, {@code
 * ~} for a pause, and {@code >} for the prompt.
 */
final class Talk {
    static final String PROMPT = "Enter command (upload/download/delete/exit): ";

    private Talk() {
    }

    /** What the server does when a client says this, one segment after the other, and closes. */
    static List<String> fromTheStart(Service session, String... segments) throws IOException {
        var transport = new LockStepTransport(Stream.of(segments).map(Bytes::of).toList());
        serve(transport, session);
        return transport.events().stream().map(event -> event.replace(PROMPT, ">")).toList();
    }

    /** What it does behind the first prompt, when the client has logged in before. */
    static List<String> behindThePrompt(Service session, String... segments) throws IOException {
        List<String> events = fromTheStart(session, Stream.concat(Stream.of("ann\n", "secret\n"), Stream.of(segments))
                .toArray(String[]::new));
        return events.subList(events.indexOf(">") + 1, events.size());
    }

    /** Serves a whole conversation; what ends it, is thrown. */
    static void serve(Transport transport, Service session) throws IOException {
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        ServerEnd end = new OrchestrationDialect().serverEnd(wire, session);
        end.greet();
        Optional<Request> request = end.receive();
        while (request.isPresent()) {
            Reply reply = session.perform(request.get());
            Body content = reply instanceof Reply.Content(Body body) ? body : null;
            try (content) {
                end.reply(request.get(), reply);
            }
            wire.flush();
            request = reply instanceof Reply.Goodbye ? Optional.empty() : end.receive();
        }
        wire.flush();
    }
}
