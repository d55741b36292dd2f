package vos.lab.minftp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Service;
import vos.protocol.Wire;
import vos.protocol.WireOptions;
import vos.testing.RecordingSession;

/**
 * The server's end in a conversation whose other side is written down. {@code <T>} stands for the token in what is
 * sent and in what is compared.
 */
final class ServerConversation {
    static final Token TOKEN = new Token("<Ab3X9kQw>");
    /** What the server says first, given a {@link RecordingSession}. */
    static final String GREETING = "<T>Current Directory: /:\n|\n-- docs\n-- a.txt\n-- z.txt<T>";

    private final ScriptedTransport transport;
    private final Service session;

    private ServerConversation(ScriptedTransport transport, Service session) {
        this.transport = transport;
        this.session = session;
    }

    /** The bytes that {@code text} stands for. */
    static byte[] bytes(String text) {
        return Bytes.of(text.replace("<T>", TOKEN.text()));
    }

    static String text(byte[] bytes) {
        return Bytes.text(bytes).replace(TOKEN.text(), "<T>");
    }

    /** The client sends these segments and closes. */
    static ServerConversation hearing(Service session, List<byte[]> segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    /** The client sends this in one segment, after the greeting, and closes. */
    static ServerConversation hearing(Service session, String text) throws IOException {
        return hearing(session, List.of(bytes(text)));
    }

    /** Serves a whole conversation; what ends it, is thrown. */
    static ServerConversation over(ScriptedTransport transport, Service session) throws IOException {
        var conversation = new ServerConversation(transport, session);
        conversation.serve();
        return conversation;
    }

    private void serve() throws IOException {
        var wire = new Wire(transport, WireOptions.DEFAULTS);
        var end = new MiniFtpServerEnd(wire, session, TOKEN);
        end.greet();
        Optional<Request> request = end.receive();
        while (request.isPresent()) {
            Reply reply = session.perform(request.get());
            end.reply(request.get(), reply);
            if (reply instanceof Reply.Content(Body body)) {
                body.close();
            }
            request = reply instanceof Reply.Goodbye ? Optional.empty() : end.receive();
        }
        wire.flush();
    }

    /** What the server said behind its greeting. */
    String answers() {
        String said = text(transport.written());
        if (!said.startsWith(GREETING)) {
            throw new AssertionError("the greeting was: " + said);
        }
        return said.substring(GREETING.length());
    }

    /** What each write of the server's carried. */
    List<String> writes() {
        return transport.writes().stream().map(write -> text(Bytes.of(write))).toList();
    }
}
