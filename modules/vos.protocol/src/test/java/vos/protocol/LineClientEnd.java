package vos.protocol;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The client's end of {@link LineDialect}, the mirror of {@link LineServerEnd}. */
public class LineClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private LineFraming lines;

    /** The end of a connection that {@link #open} makes. */
    public LineClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        lines = new LineFraming(wire);
        String greeting = hear();
        if (!greeting.equals("READY")) {
            throw new ProtocolViolation("READY was expected", Text.encode(greeting));
        }
        return greeting;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        List<String> words = command(request);
        if (words.stream().anyMatch(word -> word.chars().anyMatch(Character::isISOControl))) {
            // A tab or a line end in it would make it two.
            return new Reply.Failed(ErrorCode.INVALID_NAME, "a name cannot hold a control character");
        }
        say(words);
        if (request instanceof Request.Upload upload) {
            wire.send(upload.content());
        }
        String[] answer = LineDialect.split(hear());
        while (answer[0].equals("OUT") && request instanceof Request.CommandLine command) {
            wire.body(LineDialect.number(answer[1])).copyTo(command.output());
            answer = LineDialect.split(hear());
        }
        return switch (answer[0]) {
            case "OK" -> reply(request, answer[1]);
            case "ERROR" -> failure(LineDialect.split(answer[1]));
            case "BYE" -> new Reply.Goodbye();
            default -> throw new ProtocolViolation("OK, ERROR or BYE was expected", Text.encode(answer[0]));
        };
    }

    private static List<String> command(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> List.of("ls", path);
            case Request.ChangeDirectory(String path) -> List.of("cd", path);
            case Request.WhereAmI _ -> List.of("pwd");
            case Request.MakeDirectory(String path) -> List.of("mkdir", path);
            case Request.Remove(String path) -> List.of("rm", path);
            case Request.Touch(String path) -> List.of("touch", path);
            case Request.Move(String from, String to) -> List.of("mv", from, to);
            case Request.Size(String path) -> List.of("size", path);
            case Request.Upload(String path, Body content, boolean mayReplace) ->
                List.of(mayReplace ? "put" : "add", path, Long.toString(content.length().orElseThrow()));
            case Request.Download(String path) -> List.of("get", path);
            case Request.Preview(String path, int limit) -> List.of("head", path, Integer.toString(limit));
            case Request.Login(String user, Secret password) ->
                List.of("login", user, new String(password.bytes(), StandardCharsets.UTF_8));
            case Request.CommandLine(String line, WritableByteChannel _) -> List.of("run", line);
            case Request.Hello(String version) -> List.of("hello", version);
            case Request.Quit _ -> List.of("quit");
            case Request.Unknown(String command) -> List.of(command);
            case Request.Malformed _ -> throw new IllegalArgumentException("cannot be asked for: " + request);
        };
    }

    private Reply reply(Request request, String value) throws IOException {
        return switch (request) {
            case Request.ListDirectory _ -> new Reply.Listing(entries(LineDialect.number(value)));
            case Request.ChangeDirectory _, Request.WhereAmI _ -> new Reply.Directory(value);
            case Request.Size _ -> new Reply.Size(LineDialect.number(value));
            case Request.Download _, Request.Preview _ -> new Reply.Content(wire.body(LineDialect.number(value)));
            case Request.Hello _ -> new Reply.Welcome(value);
            case Request.CommandLine _ -> new Reply.Exit(OptionalInt.of(Math.toIntExact(LineDialect.number(value))));
            case Request.Login _, Request.MakeDirectory _, Request.Remove _, Request.Touch _, Request.Move _,
                    Request.Upload _ -> new Reply.Done();
            case Request.Quit _, Request.Unknown _, Request.Malformed _ ->
                throw new ProtocolViolation("OK is no answer to " + request);
        };
    }

    private static Reply failure(String... error) throws ProtocolViolation {
        ErrorCode code = ErrorCode.ofWord(error[0])
                .orElseThrow(() -> new ProtocolViolation("an error was expected", Text.encode(error[0])));
        return new Reply.Failed(code, error[1]);
    }

    private List<Entry> entries(long count) throws IOException {
        var entries = new ArrayList<Entry>();
        while (entries.size() < count) {
            String name = hear();
            boolean directory = name.endsWith("/");
            entries.add(new Entry(directory ? name.substring(0, name.length() - 1) : name, directory));
        }
        return entries;
    }

    private void say(List<String> words) throws IOException {
        lines.send(Text.encode(String.join("\t", words)));
    }

    private String hear() throws IOException {
        byte[] line = lines.receive()
                .orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server closed the connection"));
        return Text.decode(line).orElseThrow(() -> new ProtocolViolation("an answer is not UTF-8", line));
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
