package vos.lab.orchestration;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.Operation;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** A user's conversation in the strict form {@code [ORCH-6]}: a line, and behind it bytes that it has announced. */
final class StrictServerEnd implements ServerEnd {
    private static final Pattern SIZE_AND_NAME = Pattern.compile("([0-9]{1,18}) (.*)", Pattern.DOTALL);

    private final Wire wire;
    private final LineFraming lines;
    private final StatusReplies replies;

    StrictServerEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, OrchestrationDialect.VOCABULARY);
    }

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> line = lines.receive();
        while (line.isPresent() && line.get().length == 0) {
            line = lines.receive();
        }
        return line.isPresent() ? Optional.of(request(line.get())) : Optional.empty();
    }

    private Request request(byte[] line) throws ProtocolViolation {
        Optional<String> command = Text.decode(line);
        if (command.isEmpty()) {
            return new Request.Malformed("this is not UTF-8");
        }
        Optional<Request> hello = Hello.parse(command.get());
        if (hello.isPresent()) {
            return hello.get();
        }
        String[] parts = command.get().split(" ", 2);
        Optional<Operation> operation = OrchestrationDialect.VOCABULARY.find(parts[0]).map(Verb::operation);
        return operation.isEmpty() ? new Request.Unknown(parts[0])
                : request(operation.get(), parts.length < 2 ? "" : parts[1]);
    }

    private Request request(Operation operation, String argument) throws ProtocolViolation {
        return switch (operation) {
            case UPLOAD -> upload(argument);
            case DOWNLOAD -> new Request.Download(argument);
            case PREVIEW -> new Request.Preview(argument, OrchestrationDialect.PREVIEW_BYTES);
            case REMOVE -> new Request.Remove(argument);
            case LIST -> new Request.ListDirectory(argument);
            case QUIT -> new Request.Quit();
            default -> throw new IllegalStateException("the vocabulary has a command that is not understood here");
        };
    }

    /** Without a size nobody knows where the next command begins {@code [ORCH-6.4]}. */
    private Request upload(String argument) throws ProtocolViolation {
        Matcher parts = SIZE_AND_NAME.matcher(argument);
        if (!parts.matches()) {
            throw new ProtocolViolation("upload needs the size of the file in bytes, and its name");
        }
        return new Request.Upload(parts.group(2), wire.body(Long.parseLong(parts.group(1))), true);
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        replies.send(reply);
    }
}
