package vos.lab.virtuos;

import java.io.IOException;
import java.util.List;
import vos.protocol.ScriptedTransport;
import vos.protocol.Service;
import vos.testing.ServerConversation;

/** A conversation with the server's end, without the welcome that begins every one. */
record VirtuosConversation(ServerConversation conversation) {
    private static final String WELCOME = "Welcome to the server!\n";

    /** The client sends these segments and closes. */
    static VirtuosConversation hearing(Service session, List<byte[]> segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    /** The client sends each of these in a segment of its own and closes. */
    static VirtuosConversation hearing(Service session, String... segments) throws IOException {
        return over(ScriptedTransport.reading(segments), session);
    }

    static VirtuosConversation over(ScriptedTransport transport, Service session) throws IOException {
        return new VirtuosConversation(
                ServerConversation.over(transport, session, new VirtuosDialect()::serverEnd));
    }

    /** What the server said behind its welcome. */
    String answers() {
        return conversation.saidBehind(WELCOME);
    }

    /** What each write of the server's carried, behind its welcome. */
    List<String> writes() {
        List<String> writes = conversation.writes();
        return writes.subList(1, writes.size());
    }
}
