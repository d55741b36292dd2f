package vos.lab.virtuos;

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

/** The server's end in the strict form: a line is a command, and is answered by a status {@code [VIRT-6]}. */
final class StrictServerEnd implements ServerEnd {
    private static final Pattern SIZE_AND_NAME = Pattern.compile("([0-9]{1,18}) (.*)", Pattern.DOTALL);

    private final Wire wire;
    private final LineFraming lines;
    private final StatusReplies replies;

    StrictServerEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, VirtuosDialect.VOCABULARY);
    }

    /** An empty line is no command {@code [VIRT-6.2]}. */
    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> line = lines.receive();
        while (line.isPresent() && line.get().length == 0) {
            line = lines.receive();
        }
        return line.isPresent() ? Optional.of(command(line.get())) : Optional.empty();
    }

    private Request command(byte[] line) throws IOException {
        Optional<String> text = Text.decode(line);
        if (text.isEmpty()) {
            return new Request.Malformed("this is not UTF-8");
        }
        Optional<Request> hello = Hello.parse(text.get());
        return hello.isPresent() ? hello.get() : command(text.get().split(" ", 2));
    }

    private Request command(String... wordAndArgument) throws IOException {
        Optional<Verb> verb = VirtuosDialect.VOCABULARY.find(wordAndArgument[0]);
        String argument = wordAndArgument.length < 2 ? "" : wordAndArgument[1];
        if (verb.isEmpty()) {
            return new Request.Unknown(wordAndArgument[0]);
        }
        return verb.get().operation() == Operation.UPLOAD ? upload(argument)
                : VirtuosServerEnd.request(verb.get(), argument);
    }

    private Request upload(String argument) throws IOException {
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
