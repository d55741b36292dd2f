package vos.lab.virtuos;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link VirtuosServerEnd}.
 *
 * <p>Says hello as soon as it has been welcomed, and learns from the answer which form the server speaks: the strict
 * one, {@link StrictClientEnd}, or the published one, {@link PublishedClientEnd}. When a connection has become useless,
 * the next request opens another one and goes back to the same directory.
 */
final class VirtuosClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private Form form;
    private String directory = "/";
    private boolean useless;

    VirtuosClientEnd(Connector connector) {
        this.connector = connector;
    }

    /** One of the two forms, as a client speaks it. */
    interface Form extends Service {
        /** Why a name cannot be sent to the server; nothing if it can. */
        Optional<String> objection(String name);
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        var lines = new LineFraming(wire);
        String welcome = text(lines);
        lines.send(Text.encode(Hello.command()));
        form = Hello.isWelcome(text(lines)) ? new StrictClientEnd(wire) : new PublishedClientEnd(wire);
        useless = false;
        return welcome;
    }

    /** The next line, which must be there. */
    static String text(LineFraming lines) throws IOException {
        byte[] line = lines.receive().orElseThrow(() -> new PeerGoneException("the server closed the connection"));
        return Text.decode(line).orElseThrow(() -> new ProtocolViolation("an answer is not UTF-8", line));
    }

    /** Until it is known where the new connection is, it is as useless as the old one. */
    private void reopen() throws IOException {
        wire.close();
        open();
        if (directory.equals("/")) {
            return;
        }
        useless = true;
        Reply back = form.perform(new Request.ChangeDirectory(directory.substring(1)));
        useless = false;
        if (back instanceof Reply.Failed) {
            String gone = directory;
            directory = "/";
            throw new IOException("connected again, but " + gone + " is not there any more");
        }
    }

    @Override
    public boolean strict() {
        return form instanceof StrictClientEnd;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        if (useless) {
            reopen();
        }
        Optional<String> objection = name(request).flatMap(form::objection);
        if (objection.isPresent()) {
            return new Reply.Failed(ErrorCode.INVALID_NAME, objection.get());
        }
        useless = true;
        Reply reply = form.perform(request);
        if (reply instanceof Reply.Content(Body content)) {
            // It is still on its way; its last byte makes the connection useful again.
            return new Reply.Content(content.endingWith(() -> useless = false));
        }
        useless = false;
        if (reply instanceof Reply.Directory(String path)) {
            directory = path;
        }
        return reply;
    }

    private static Optional<String> name(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> Optional.of(path).filter(name -> !name.isEmpty());
            case Request.ChangeDirectory(String path) -> Optional.of(path);
            case Request.MakeDirectory(String path) -> Optional.of(path);
            case Request.Remove(String path) -> Optional.of(path);
            case Request.Touch(String path) -> Optional.of(path);
            case Request.Download(String path) -> Optional.of(path);
            case Request.Upload upload -> Optional.of(upload.path());
            default -> Optional.empty();
        };
    }

    /** What is answered, in either form, to a request that neither has a command for. */
    static Reply unsupported() {
        return new Reply.Failed(ErrorCode.UNSUPPORTED, "virtuos has no command for this");
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
