package vos.lab.netstring;

import java.io.IOException;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.StatusLine;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The client's end, the mirror of {@link NetstringServerEnd}. */
final class NetstringClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private NetstringFraming messages;

    NetstringClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        messages = new NetstringFraming(wire);
        return "";
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        return switch (request) {
            case Request.Upload(String name, Body content, boolean _) -> {
                messages.send(Text.encode("put " + name));
                messages.send(content);
                yield status();
            }
            case Request.Download(String name) -> {
                messages.send(Text.encode("get " + name));
                Reply status = status();
                yield status instanceof Reply.Failed ? status : new Reply.Content(messages.receiveBody());
            }
            case Request.Quit _ -> {
                messages.send(Text.encode("bye"));
                status();
                yield new Reply.Goodbye();
            }
            default -> new Reply.Failed(ErrorCode.UNSUPPORTED, "netstring has no command for this");
        };
    }

    private Reply status() throws IOException {
        return StatusLine.parse(messages.receive().orElseThrow(
                () -> new PeerGoneException(wire.peer() + ": the server closed the connection")));
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
