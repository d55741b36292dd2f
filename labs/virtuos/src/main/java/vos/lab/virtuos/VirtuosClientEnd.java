package vos.lab.virtuos;

import java.io.IOException;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.protocol.StatusService;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link VirtuosServerEnd}.
 *
 * <p>Says hello as soon as it has been welcomed, and learns from the answer which form the server speaks: the strict
 * one, as {@link StatusService} has it, or the published one, {@link PublishedClientEnd}. When a connection has become
 * useless, the next request opens another one and goes back to the same directory.
 */
final class VirtuosClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private Service server;
    private String directory = "/";
    private boolean useless;

    VirtuosClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        var lines = new LineFraming(wire);
        String welcome = text(lines);
        lines.send(Text.encode(Hello.command()));
        server = Hello.isWelcome(text(lines)) ? new StatusService(wire, VirtuosDialect.VOCABULARY)
                : new PublishedClientEnd(wire);
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
        Reply back = server.perform(new Request.ChangeDirectory(directory.substring(1)));
        useless = false;
        if (back instanceof Reply.Failed) {
            String gone = directory;
            directory = "/";
            throw new IOException("connected again, but " + gone + " is not there any more");
        }
    }

    @Override
    public boolean strict() {
        return server instanceof StatusService;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        if (useless) {
            reopen();
        }
        useless = true;
        Reply reply = server.perform(request);
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

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
