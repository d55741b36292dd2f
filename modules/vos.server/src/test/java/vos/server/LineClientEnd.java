package vos.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LineFraming;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The client's end of {@link LineDialect}, the mirror of {@link LineServerEnd}. */
final class LineClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private LineFraming lines;

    LineClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        lines = new LineFraming(wire);
        return hear();
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        say(command(request));
        if (request instanceof Request.Upload upload) {
            wire.send(upload.content());
        }
        String answer = hear();
        if (answer.startsWith("ERROR ")) {
            String[] error = answer.substring("ERROR ".length()).split(": ", 2);
            return new Reply.Failed(ErrorCode.ofWord(error[0]).orElseThrow(), error[1]);
        }
        return reply(request, answer.replaceFirst("OK ?", ""));
    }

    private static String command(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> "ls " + path;
            case Request.ChangeDirectory(String path) -> "cd " + path;
            case Request.WhereAmI where -> "pwd";
            case Request.MakeDirectory(String path) -> "mkdir " + path;
            case Request.Remove(String path) -> "rm " + path;
            case Request.Touch(String path) -> "touch " + path;
            case Request.Move(String from, String to) -> "mv " + from + " " + to;
            case Request.Size(String path) -> "size " + path;
            case Request.Upload(String path, var content, boolean mayReplace) ->
                (mayReplace ? "put " : "add ") + path + " " + content.length().orElseThrow();
            case Request.Download(String path) -> "get " + path;
            case Request.Preview(String path, int limit) -> "head " + path + " " + limit;
            case Request.Hello(String version) -> "hello " + version;
            case Request.Quit quit -> "quit";
            case Request.Unknown(String command) -> command;
            case Request.Malformed malformed -> throw new IllegalArgumentException("cannot be asked for: " + malformed);
        };
    }

    private Reply reply(Request request, String value) throws IOException {
        return switch (request) {
            case Request.ListDirectory list -> new Reply.Listing(entries(Integer.parseInt(value)));
            case Request.ChangeDirectory change -> new Reply.Directory(value);
            case Request.WhereAmI where -> new Reply.Directory(value);
            case Request.Size size -> new Reply.Size(Long.parseLong(value));
            case Request.Download download -> new Reply.Content(wire.body(Long.parseLong(value)));
            case Request.Preview preview -> new Reply.Content(wire.body(Long.parseLong(value)));
            case Request.Hello hello -> new Reply.Welcome(value);
            case Request.Quit quit -> new Reply.Goodbye();
            case Request.MakeDirectory make -> new Reply.Done();
            case Request.Remove remove -> new Reply.Done();
            case Request.Touch touch -> new Reply.Done();
            case Request.Move move -> new Reply.Done();
            case Request.Upload upload -> new Reply.Done();
            case Request.Unknown unknown -> throw new ProtocolViolation("an unknown command was done");
            case Request.Malformed malformed -> throw new ProtocolViolation("a malformed command was done");
        };
    }

    private List<Entry> entries(int count) throws IOException {
        var entries = new ArrayList<Entry>();
        while (entries.size() < count) {
            String name = hear();
            boolean directory = name.endsWith("/");
            entries.add(new Entry(directory ? name.substring(0, name.length() - 1) : name, directory));
        }
        return entries;
    }

    private void say(String line) throws IOException {
        lines.send(Text.encode(line));
    }

    private String hear() throws IOException {
        byte[] line = lines.receive().orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server has left"));
        return Text.decode(line).orElseThrow(() -> new ProtocolViolation("an answer is not UTF-8", line));
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
