package vos.lab.virtuos;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Part;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.StatusServerEnd;
import vos.protocol.Wire;

/**
 * The server's end: a welcome, and then for each command one answer.
 *
 * <p>Keeps to the published form, {@link PublishedServerEnd}, until the client says hello; from then on it speaks the
 * strict one, as {@link StatusServerEnd} has it {@code [VIRT-6]}.
 */
final class VirtuosServerEnd implements ServerEnd {
    private final Wire wire;
    private ServerEnd form;

    VirtuosServerEnd(Wire wire, Service session) {
        this.wire = wire;
        this.form = new PublishedServerEnd(wire, session);
    }

    @Override
    public void greet() throws IOException {
        wire.put(Part.MESSAGE, Sentences.line(Sentences.WELCOME));
    }

    @Override
    public Optional<Request> receive() throws IOException {
        return form.receive();
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (reply instanceof Reply.Welcome) {
            form = new StatusServerEnd(wire, VirtuosDialect.VOCABULARY);
        }
        form.reply(request, reply);
    }
}
