package vos.lab.minftp;

import java.io.IOException;
import java.util.List;
import vos.protocol.Bytes;
import vos.protocol.ScriptedTransport;
import vos.protocol.Service;
import vos.testing.RecordingSession;
import vos.testing.ServerConversation;

/**
 * A conversation with the server's end, whose token is known: {@code <T>} stands for it in what is sent and in what is
 * compared.
 */
record MiniFtpConversation(ServerConversation conversation) {
    static final Token TOKEN = new Token("<Ab3X9kQw>");
    /** What the server says first, given a {@link RecordingSession}. */
    static final String GREETING = "<T>Current Directory: /:\n|\n-- docs\n-- a.txt\n-- z.txt<T>";

    /** The bytes that {@code text} stands for. */
    static byte[] bytes(String text) {
        return Bytes.of(text.replace("<T>", TOKEN.text()));
    }

    static String text(byte[] bytes) {
        return Bytes.text(bytes).replace(TOKEN.text(), "<T>");
    }

    /** The client sends these segments and closes. */
    static MiniFtpConversation hearing(Service session, List<byte[]> segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    /** The client sends this in one segment, after the greeting, and closes. */
    static MiniFtpConversation hearing(Service session, String text) throws IOException {
        return hearing(session, List.of(bytes(text)));
    }

    static MiniFtpConversation over(ScriptedTransport transport, Service session) throws IOException {
        return new MiniFtpConversation(ServerConversation.over(transport, session,
                (wire, service) -> new MiniFtpServerEnd(wire, service, TOKEN)));
    }

    /** What the server said behind its greeting. */
    String answers() {
        return text(Bytes.of(conversation.saidBehind(Bytes.text(bytes(GREETING)))));
    }

    /** What each write of the server's carried. */
    List<String> writes() {
        return conversation.writes().stream().map(write -> text(Bytes.of(write))).toList();
    }
}
