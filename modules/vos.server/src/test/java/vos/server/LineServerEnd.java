package vos.server;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LineFraming;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The server's end of {@link LineDialect}. */
class LineServerEnd implements ServerEnd {
    private final Wire wire;
    private final LineFraming lines;

    LineServerEnd(Wire wire) {
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

    private Request parse(String command) throws ProtocolViolation {
        // What is missing is empty: the workspace knows what to say to that.
        String[] words = (command + "  ").split(" ", -1);
        String name = words[1];
        return switch (words[0]) {
            case "ls" -> new Request.ListDirectory(name);
            case "cd" -> new Request.ChangeDirectory(name);
            case "pwd" -> new Request.WhereAmI();
            case "mkdir" -> new Request.MakeDirectory(name);
            case "rm" -> new Request.Remove(name);
            case "touch" -> new Request.Touch(name);
            case "mv" -> new Request.Move(name, words[2]);
            case "size" -> new Request.Size(name);
            case "put" -> new Request.Upload(name, wire.body(number(words[2])), true);
            case "add" -> new Request.Upload(name, wire.body(number(words[2])), false);
            case "get" -> new Request.Download(name);
            case "head" -> new Request.Preview(name, Math.toIntExact(number(words[2])));
            case "hello" -> new Request.Hello(name);
            case "quit" -> new Request.Quit();
            default -> new Request.Unknown(words[0]);
        };
    }

    /** Without it nobody knows where the next command begins. */
    private static long number(String digits) throws ProtocolViolation {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new ProtocolViolation("a number of up to nine digits was expected", Text.encode(digits));
        }
        return Long.parseLong(digits);
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done done -> say("OK");
            case Reply.Directory(String path) -> say("OK " + path);
            case Reply.Size(long bytes) -> say("OK " + bytes);
            case Reply.Welcome(String version) -> say("OK " + version);
            case Reply.Listing(var entries) -> {
                say("OK " + entries.size());
                for (Entry entry : entries) {
                    say(entry.name() + (entry.directory() ? "/" : ""));
                }
            }
            case Reply.Content(Body body) -> {
                say("OK " + body.length().orElseThrow());
                wire.send(body);
            }
            case Reply.Failed(ErrorCode code, String detail) -> say("ERROR " + code.word() + ": " + detail);
            case Reply.Goodbye bye -> say("BYE");
        }
    }

    private void say(String line) throws IOException {
        lines.send(Text.encode(line));
    }
}
