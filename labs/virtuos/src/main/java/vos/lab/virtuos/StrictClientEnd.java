package vos.lab.virtuos;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.LineFraming;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The client's end in the strict form, the mirror of {@link StrictServerEnd} {@code [VIRT-6]}. */
final class StrictClientEnd implements VirtuosClientEnd.Form {
    private final Wire wire;
    private final LineFraming lines;
    private final StatusReplies replies;

    StrictClientEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, VirtuosDialect.VOCABULARY);
    }

    /** What ends a name cannot be part of one {@code [VIRT-6.2]}. */
    @Override
    public Optional<String> objection(String name) {
        return name.contains("\n") || name.contains("\r") ? Optional.of("a name cannot hold a line end")
                : Optional.empty();
    }

    @Override
    public Reply perform(Request request) throws IOException {
        return switch (request) {
            case Request.ListDirectory(String path) -> ask(request, path.isEmpty() ? "ls" : "ls " + path);
            case Request.ChangeDirectory(String path) -> ask(request, "cd " + path);
            case Request.WhereAmI where -> ask(request, "pwd");
            case Request.MakeDirectory(String path) -> ask(request, "mkdir " + path);
            case Request.Remove(String path) -> ask(request, "rm " + path);
            case Request.Touch(String path) -> ask(request, "touch " + path);
            case Request.Download(String path) -> ask(request, "download " + path);
            case Request.Quit quit -> ask(request, "exit");
            case Request.Upload upload -> {
                lines.send(Text.encode("upload " + size(upload.content()) + " " + upload.path()));
                wire.send(upload.content());
                yield replies.receive(request);
            }
            default -> VirtuosClientEnd.unsupported();
        };
    }

    private static long size(Body content) {
        return content.length().orElseThrow(() -> new IllegalArgumentException("an upload of unknown length"));
    }

    private Reply ask(Request request, String command) throws IOException {
        lines.send(Text.encode(command));
        return replies.receive(request);
    }
}
