package vos.lab.virtuos;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Part;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/**
 * The server's end: a welcome, and then for each command one answer.
 *
 * <p>Keeps to the published form, {@link PublishedServerEnd}, until the client says hello; from then on it speaks the
 * strict one, {@link StrictServerEnd} {@code [COM-3.3]}.
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
            form = new StrictServerEnd(wire);
        }
        form.reply(request, reply);
    }

    /** What a command asks for that has at most a name: all but {@code upload}. */
    static Request request(Verb verb, String name) {
        return switch (verb.operation()) {
            case LIST -> new Request.ListDirectory(name);
            case CHANGE_DIRECTORY -> new Request.ChangeDirectory(name);
            case WHERE_AM_I -> new Request.WhereAmI();
            case MAKE_DIRECTORY -> new Request.MakeDirectory(name);
            case REMOVE -> new Request.Remove(name);
            case TOUCH -> new Request.Touch(name);
            case DOWNLOAD -> new Request.Download(name);
            case QUIT -> new Request.Quit();
            default -> new Request.Unknown(verb.word());
        };
    }
}
