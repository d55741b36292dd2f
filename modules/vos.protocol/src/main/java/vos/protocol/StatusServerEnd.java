package vos.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.protocol.Vocabulary.Verb;

/**
 * The server's end of the strict forms whose commands are lines {@code [COM-9.4]}: a word of the vocabulary and at most
 * a name, answered by {@link StatusReplies}. Behind the line of an upload come as many bytes as it says.
 */
public final class StatusServerEnd implements ServerEnd {
    private static final Pattern SIZE_AND_NAME = Pattern.compile("([0-9]{1,18}) (.*)", Pattern.DOTALL);

    private final Wire wire;
    private final Vocabulary vocabulary;
    private final LineFraming lines;
    private final StatusReplies replies;

    /** The end of a connection on which these commands are said from here on. */
    public StatusServerEnd(Wire wire, Vocabulary vocabulary) {
        this.wire = wire;
        this.vocabulary = vocabulary;
        this.lines = new LineFraming(wire);
        this.replies = new StatusReplies(wire, vocabulary);
    }

    /** {@inheritDoc} An empty line is no command, and is not answered. */
    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> line = lines.receive();
        while (line.isPresent() && line.get().length == 0) {
            line = lines.receive();
        }
        return line.isPresent() ? Optional.of(request(line.get())) : Optional.empty();
    }

    private Request request(byte[] line) throws IOException {
        Optional<String> command = Text.decode(line);
        if (command.isEmpty()) {
            return notUtf8(line);
        }
        Optional<Request> hello = Hello.parse(command.get());
        return hello.isPresent() ? hello.get() : request(command.get().split(" ", 2));
    }

    /**
     * Words, sizes and spaces are ASCII: so what follows an upload is known to be its file, if not under which name.
     */
    private Request notUtf8(byte[] line) throws IOException {
        if (request(new String(line, StandardCharsets.ISO_8859_1).split(" ", 2))
                instanceof Request.Upload(String _, Body content, boolean _)) {
            content.close();
        }
        return new Request.Malformed("this is not UTF-8");
    }

    private Request request(String... wordAndName) throws IOException {
        Optional<Verb> verb = vocabulary.find(wordAndName[0]);
        String name = wordAndName.length < 2 ? "" : wordAndName[1];
        if (verb.isEmpty()) {
            return new Request.Unknown(wordAndName[0]);
        }
        return verb.get().operation() == Operation.UPLOAD ? upload(verb.get(), name) : verb.get().request(name);
    }

    /** Without a size nobody knows where the next command begins. */
    private Request upload(Verb verb, String sizeAndName) throws IOException {
        Matcher parts = SIZE_AND_NAME.matcher(sizeAndName);
        if (!parts.matches()) {
            throw new ProtocolViolation(verb.word() + " needs the size of the file in bytes, and its name");
        }
        return new Request.Upload(parts.group(2), wire.body(Long.parseLong(parts.group(1))), true);
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        replies.send(reply);
    }
}
