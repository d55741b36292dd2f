package vos.lab.orchestration;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.StatusServerEnd;
import vos.protocol.Wire;

/**
 * The server's end: a conversation begins with a {@linkplain LoginServerEnd login}, goes on in the
 * {@linkplain PublishedServerEnd published form}, and when the client says hello, in the
 * {@linkplain StatusServerEnd strict} one. Which of them is spoken is all that this class knows.
 */
final class OrchestrationServerEnd implements ServerEnd {
    private final Wire wire;
    private ServerEnd stage;

    OrchestrationServerEnd(Wire wire) {
        this.wire = wire;
        this.stage = new LoginServerEnd(wire);
    }

    @Override
    public Optional<Request> receive() throws IOException {
        return stage.receive();
    }

    /** A login is still answered where it was asked for; a hello already in the form that it asks for. */
    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (reply instanceof Reply.Welcome) {
            stage = new StatusServerEnd(wire, OrchestrationDialect.VOCABULARY);
        }
        stage.reply(request, reply);
        if (request instanceof Request.Login && reply instanceof Reply.Done) {
            stage = new PublishedServerEnd(wire);
        }
    }
}
