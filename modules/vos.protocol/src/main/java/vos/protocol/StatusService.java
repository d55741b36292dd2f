package vos.protocol;

import java.io.IOException;
import java.util.Optional;

/** A server of ours whose commands are lines, as its client asks it: the mirror of {@link StatusServerEnd}. */
public final class StatusService implements Service {
    private final Wire wire;
    private final Vocabulary vocabulary;
    private final LineFraming lines;
    private final StatusReplies replies;

    /** The server at the far end of {@code wire}, to which these commands are said from here on. */
    public StatusService(Wire wire, Vocabulary vocabulary) {
        this.wire = wire;
        this.vocabulary = vocabulary;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, vocabulary);
    }

    /** {@inheritDoc} What the vocabulary has no word for, and a name that no line can hold, is not sent. */
    @Override
    public Reply perform(Request request) throws IOException {
        Optional<String> command = command(request);
        if (command.isEmpty()) {
            return new Reply.Failed(ErrorCode.UNSUPPORTED, "this protocol has no command for it");
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

    private Optional<String> command(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> command(Operation.LIST, path);
            case Request.ChangeDirectory(String path) -> command(Operation.CHANGE_DIRECTORY, path);
            case Request.WhereAmI _ -> command(Operation.WHERE_AM_I, "");
            case Request.MakeDirectory(String path) -> command(Operation.MAKE_DIRECTORY, path);
            case Request.Remove(String path) -> command(Operation.REMOVE, path);
            case Request.Touch(String path) -> command(Operation.TOUCH, path);
            case Request.Size(String path) -> command(Operation.SIZE, path);
            case Request.Upload(String path, Body content, boolean _) ->
                command(Operation.UPLOAD, size(content) + " " + path);
            case Request.Download(String path) -> command(Operation.DOWNLOAD, path);
            case Request.Preview(String path, int limit) when limit == Request.Preview.USUAL ->
                command(Operation.PREVIEW, path);
            case Request.Quit _ -> command(Operation.QUIT, "");
            default -> Optional.empty();
        };
    }

    private Optional<String> command(Operation operation, String argument) {
        return vocabulary.find(operation).map(verb -> argument.isEmpty() ? verb.word() : verb.word() + " " + argument);
    }

    private static long size(Body content) {
        return content.length().orElseThrow(() -> new IllegalArgumentException("an upload of unknown length"));
    }
}
