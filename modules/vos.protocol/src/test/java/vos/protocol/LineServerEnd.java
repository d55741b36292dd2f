package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.OptionalInt;

/** The server's end of {@link LineDialect}: a greeting, and then an answer to each line. */
public class LineServerEnd implements ServerEnd {
    private final Wire wire;
    private final LineFraming lines;

    /** The end of a connection on which nothing has been said yet. */
    public LineServerEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
    }

    @Override
    public void greet() throws IOException {
        say("READY");
    }

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<byte[]> line = lines.receive();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> command = Text.decode(line.get());
        return Optional.of(command.isPresent() ? parse(command.get()) : new Request.Malformed("this is not UTF-8"));
    }

    /**
     * An argument that is missing is empty, and one that is too much is a part of the name before, with its tab: what
     * such names mean is the workspace's to say.
     */
    private Request parse(String line) throws ProtocolViolation {
        String[] command = LineDialect.split(line);
        String name = command[1];
        String[] two = LineDialect.split(name);
        return switch (command[0]) {
            case "ls" -> new Request.ListDirectory(name);
            case "cd" -> new Request.ChangeDirectory(name);
            case "pwd" -> new Request.WhereAmI();
            case "mkdir" -> new Request.MakeDirectory(name);
            case "rm" -> new Request.Remove(name);
            case "touch" -> new Request.Touch(name);
            case "mv" -> new Request.Move(two[0], two[1]);
            case "size" -> new Request.Size(name);
            case "put" -> new Request.Upload(two[0], wire.body(LineDialect.number(two[1])), true);
            case "add" -> new Request.Upload(two[0], wire.body(LineDialect.number(two[1])), false);
            case "get" -> new Request.Download(name);
            case "head" -> preview(two[0], two[1]);
            case "login" -> new Request.Login(two[0], Secret.of(Text.encode(two[1])));
            case "run" -> new Request.CommandLine(name, new Output());
            case "hello" -> new Request.Hello(name);
            case "quit" -> new Request.Quit();
            default -> new Request.Unknown(command[0]);
        };
    }

    /** Nothing follows the line, so that the conversation can go on even when this is no number. */
    private static Request preview(String path, String limit) {
        return limit.matches("[0-9]{1,9}")
                ? new Request.Preview(path, Integer.parseInt(limit))
                : new Request.Malformed("head needs a name and a number of up to nine digits");
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done _ -> say("OK");
            case Reply.Directory(String path) -> say("OK", path);
            case Reply.Size(long bytes) -> say("OK", Long.toString(bytes));
            case Reply.Exit(OptionalInt status) -> say("OK", Integer.toString(status.orElseThrow()));
            case Reply.Welcome(String version) -> say("OK", version);
            case Reply.Listing(var entries) -> {
                say("OK", Integer.toString(entries.size()));
                for (Entry entry : entries) {
                    say(entry.name() + (entry.directory() ? "/" : ""));
                }
            }
            case Reply.Content(Body body) -> {
                say("OK", Long.toString(body.length().orElseThrow()));
                wire.send(body);
            }
            case Reply.Failed(ErrorCode code, String detail) -> say("ERROR", code.word(), detail);
            case Reply.Goodbye _ -> say("BYE");
        }
    }

    /** What a command prints leaves in pieces, each behind a line that tells its size. */
    private final class Output implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            var piece = new byte[source.remaining()];
            source.get(piece);
            say("OUT", Integer.toString(piece.length));
            wire.put(Part.MESSAGE, piece);
            return piece.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // It ends with the command, whose exit status follows.
        }
    }

    private void say(String... words) throws IOException {
        lines.send(Text.encode(String.join("\t", words)));
    }
}
