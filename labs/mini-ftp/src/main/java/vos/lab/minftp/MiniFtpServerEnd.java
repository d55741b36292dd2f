package vos.lab.minftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/**
 * The server's end: a token, a welcome, and then for each command its result, if it has one, and the status.
 *
 * <p>Keeps to the published wire, with its pauses, until the client says hello; from then on it speaks the strict form
 * {@code [MFTP-6]}.
 */
final class MiniFtpServerEnd implements ServerEnd {
    private final Wire wire;
    private final Service session;
    private final Token token;
    private final DelimiterFraming frames;
    private boolean strict;

    MiniFtpServerEnd(Wire wire, Service session, Token token) {
        this.wire = wire;
        this.session = session;
        this.token = token;
        this.frames = new DelimiterFraming(wire, token.bytes());
    }

    /** The token alone, as a published client takes its first read for it; then what is here {@code [MFTP-1]}. */
    @Override
    public void greet() throws IOException {
        wire.put(Part.DELIMITER, token.bytes());
        wire.pause(Pace.MESSAGE);
        send(welcome());
    }

    /**
     * Directories and then files, each name behind {@code "\n-- "}; of either there is an empty one if there is none.
     */
    private String welcome() throws IOException {
        var names = switch (session.perform(new Request.ListDirectory(""))) {
            case Reply.Listing(var entries) -> entries.stream().collect(Collectors.partitioningBy(Entry::directory,
                    Collectors.mapping(Entry::name, Collectors.joining("\n-- "))));
            default -> Map.of(true, "", false, "");
        };
        return "Current Directory: " + directory() + ":\n|\n-- " + names.get(true) + "\n-- " + names.get(false);
    }

    private String directory() throws IOException {
        return session.perform(new Request.WhereAmI()) instanceof Reply.Directory(String path) ? path : "/";
    }

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> message = frames.receive();
        if (message.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> command = Text.decode(message.get());
        return Optional.of(command.isPresent() ? parse(command.get()) : notUtf8(message.get()));
    }

    /**
     * Words and separators are ASCII, so that it is known what was meant, if not with which name: the content behind an
     * upload is no command, and who waits for a result gets an empty one {@code [MFTP-2.5]}.
     */
    private Request notUtf8(byte[] message) throws IOException {
        switch (parse(new String(message, StandardCharsets.ISO_8859_1))) {
            case Request.Upload(String _, Body content, boolean _) -> content.close();
            case Request.Download _, Request.Size _ -> sendResult("");
            default -> { }
        }
        return new Request.Malformed("this is not UTF-8");
    }

    /** A command's word and, behind a space, its arguments {@code [MFTP-3.1]}. */
    private Request parse(String command) throws IOException {
        Optional<Request> hello = Hello.parse(command);
        if (hello.isPresent()) {
            return hello.get();
        }
        String[] parts = command.split(" ", 2);
        Optional<Verb> verb = MiniFtpDialect.VOCABULARY.find(parts[0]);
        if (verb.isEmpty()) {
            return new Request.Unknown(parts[0]);
        }
        // Published, a name ends at the next space; strictly, it may hold spaces and ends at a line feed [MFTP-6.2].
        String[] arguments = parts.length < 2 ? new String[] {""} : parts[1].split(strict ? "\n" : " ", -1);
        return request(verb.get(), arguments);
    }

    private Request request(Verb verb, String[] arguments) throws IOException {
        String name = arguments[0];
        return switch (verb.operation()) {
            case CHANGE_DIRECTORY -> new Request.ChangeDirectory(name);
            case MAKE_DIRECTORY -> new Request.MakeDirectory(name);
            case REMOVE -> new Request.Remove(name);
            case UPLOAD -> new Request.Upload(name, content(arguments), true);
            case DOWNLOAD -> new Request.Download(name);
            case SIZE -> new Request.Size(name);
            case MOVE -> arguments.length < 2
                    ? new Request.Malformed("mv needs a name and a destination")
                    : new Request.Move(name, arguments[1]);
            case QUIT -> new Request.Quit();
            default -> new Request.Unknown(verb.word());
        };
    }

    /** The message behind {@code ul}: up to the token, or strictly of the size that was told, and then the token. */
    private Body content(String[] arguments) throws IOException {
        if (!strict) {
            return frames.receiveBody();
        }
        if (arguments.length != 2 || !arguments[1].matches("[0-9]{1,18}")) {
            throw new ProtocolViolation("ul needs a name and, on a line of its own, the size of the content in bytes");
        }
        return frames.receiveBody(Long.parseLong(arguments[1]));
    }

    /**
     * The result, for those commands whose sender waits for one, and the status {@code [MFTP-4]}, {@code [MFTP-5]}. A
     * content that cannot be told from its end is refused {@code [MFTP-5.4]}.
     */
    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (!strict && reply instanceof Reply.Content(Body body) && frames.occursIn(body)) {
            body.close();
            reply(request, new Reply.Failed(ErrorCode.UNSUPPORTED,
                    "the file holds this connection's token; another connection can fetch it"));
            return;
        }
        switch (reply) {
            case Reply.Goodbye bye -> {
                return;
            }
            case Reply.Welcome(String version) -> welcomeToStrictForm(version);
            case Reply.Size(long bytes) -> sendResult(Long.toString(bytes));
            case Reply.Content(Body body) -> sendContent(body);
            case Reply.Failed failed when request instanceof Request.Size || request instanceof Request.Download ->
                sendResult("");
            case Reply.Done done -> { }
            case Reply.Directory directory -> { }
            case Reply.Listing listing -> { }
            case Reply.Exit exit -> { }
            case Reply.Failed failed -> { }
        }
        send(new Status(directory(), reply instanceof Reply.Failed failed ? failed : null).toString());
    }

    private void welcomeToStrictForm(String version) throws IOException {
        strict = true;
        send(Hello.welcome(version, MiniFtpDialect.VOCABULARY));
    }

    private void sendResult(String result) throws IOException {
        send(result);
        pauseUnlessStrict(Pace.MESSAGE);
    }

    private void sendContent(Body body) throws IOException {
        if (strict) {
            send(Long.toString(body.length().orElseThrow()));
        }
        wire.send(body);
        // A published client finds the token only at the end of a read: what it reads next must be the token alone.
        pauseUnlessStrict(Pace.afterBody(body.moved()));
        frames.sendDelimiter();
        pauseUnlessStrict(Pace.MESSAGE);
    }

    private void send(String message) throws IOException {
        frames.send(Text.encode(message));
    }

    private void pauseUnlessStrict(Duration pause) throws IOException {
        if (!strict) {
            wire.pause(pause);
        }
    }
}
