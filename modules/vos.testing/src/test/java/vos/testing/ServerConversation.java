package vos.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/**
 * A server's end in a conversation whose other side is written down: so that a test decides what each of its reads
 * gives, and sees what each of its writes carries. Text is a character a byte.
 */
public final class ServerConversation {
    private final ScriptedTransport transport;

    private ServerConversation(ScriptedTransport transport) {
        this.transport = transport;
    }

    /**
     * Serves a whole conversation, as a server does; what ends it, is thrown.
     *
     * @param transport what the client sends
     * @param session answers the requests, most often a {@link RecordingSession}
     * @param dialect makes the end, for example {@code new MiniFtpDialect()::serverEnd}
     */
    public static ServerConversation over(ScriptedTransport transport, Service session,
            BiFunction<Wire, Service, ServerEnd> dialect) throws IOException {
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        ServerEnd end = dialect.apply(wire, session);
        end.greet();
        Optional<Request> request = end.receive();
        while (request.isPresent()) {
            Reply reply = session.perform(request.get());
            send(end, request.get(), reply);
            wire.flush();
            request = reply instanceof Reply.Goodbye ? Optional.empty() : end.receive();
        }
        return new ServerConversation(transport);
    }

    private static void send(ServerEnd end, Request request, Reply reply) throws IOException {
        Body content = reply instanceof Reply.Content(Body body) ? body : null;
        try (content) {
            end.reply(request, reply);
        }
    }

    /** All that the server said. */
    public String said() {
        return Bytes.text(transport.written());
    }

    /**
     * What the server said behind its greeting.
     *
     * @throws AssertionError when it greeted in another way
     */
    public String saidBehind(String greeting) {
        if (!said().startsWith(greeting)) {
            throw new AssertionError("the server did not begin with its greeting: " + said());
        }
        return said().substring(greeting.length());
    }

    /** What each write of the server's carried. */
    public List<String> writes() {
        return transport.writes();
    }

    /** Whether the server broke the connection off. */
    public boolean brokenOff() {
        return transport.aborted();
    }
}
