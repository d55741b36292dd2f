package vos.lab.netstring;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.StatusLine;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The server's end: each message a word and a name; a status for each, and a content where there is one. */
final class NetstringServerEnd implements ServerEnd {
    private final NetstringFraming messages;

    NetstringServerEnd(Wire wire) {
        this.messages = new NetstringFraming(wire);
    }

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> message = messages.receive();
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String[] command = Text.decode(message.get()).orElse("").split(" ", 2);
        String name = command.length > 1 ? command[1] : "";
        return Optional.of(switch (command[0]) {
            case "put" -> new Request.Upload(name, messages.receiveBody(), true);
            case "get" -> new Request.Download(name);
            case "bye" -> new Request.Quit();
            default -> new Request.Unknown(command[0]);
        });
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        messages.send(Text.encode(reply instanceof Reply.Failed failed
                ? StatusLine.failed(failed) : StatusLine.done()));
        if (reply instanceof Reply.Content(Body body)) {
            messages.send(body);
        }
    }
}
