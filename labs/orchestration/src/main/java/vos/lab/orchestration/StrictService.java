package vos.lab.orchestration;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.ErrorCode;
import vos.protocol.LineFraming;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.Wire;

/** A server of ours, once hello has been said: the mirror of {@link StrictServerEnd}. */
final class StrictService implements Service {
    private final Wire wire;
    private final LineFraming lines;
    private final StatusReplies replies;

    StrictService(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, OrchestrationDialect.VOCABULARY);
    }

    @Override
    public Reply perform(Request request) throws IOException {
        Optional<String> command = command(request);
        if (command.isEmpty()) {
            return OrchestrationClientEnd.unsupported();
        }
        if (command.get().contains("\n") || command.get().endsWith("\r")) {
            return new Reply.Failed(ErrorCode.INVALID_NAME, "a name cannot hold a line end");
        }
        lines.send(Text.encode(command.get()));
        if (request instanceof Request.Upload upload) {
            wire.send(upload.content());
        }
        return replies.receive(request);
    }

    /** The line that asks for it, if there is one. */
    private static Optional<String> command(Request request) {
        return Optional.ofNullable(switch (request) {
            case Request.Upload upload -> "upload " + size(upload.content()) + " " + upload.path();
            case Request.Download(String path) -> "download " + path;
            case Request.Preview(String path, _) -> "preview " + path;
            case Request.Remove(String path) -> "delete " + path;
            case Request.ListDirectory(String path) -> path.isEmpty() ? "list" : "list " + path;
            case Request.Quit _ -> "exit";
            default -> null;
        });
    }

    private static long size(Body content) {
        return content.length().orElseThrow(() -> new IllegalArgumentException("an upload of unknown length"));
    }
}
