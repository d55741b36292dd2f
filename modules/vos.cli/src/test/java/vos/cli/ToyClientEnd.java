package vos.cli;

import java.io.IOException;
import java.util.Arrays;
import vos.protocol.Body;
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

/** The toy's client end, the mirror of {@link ToyServerEnd}. */
class ToyClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private LineFraming lines;

    ToyClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        lines = new LineFraming(wire);
        String greeting = receive();
        if (!greeting.equals("toy")) {
            throw new ProtocolViolation("this is not a toy", Text.encode(greeting));
        }
        return greeting;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        switch (request) {
            case Request.ListDirectory(String path) -> send("ls", path);
            case Request.ChangeDirectory(String path) -> send("cd", path);
            case Request.WhereAmI where -> send("pwd");
            case Request.MakeDirectory(String path) -> send("mkdir", path);
            case Request.Remove(String path) -> send("rm", path);
            case Request.Touch(String path) -> send("touch", path);
            case Request.Move(String from, String to) -> send("mv", from, to);
            case Request.Size(String path) -> send("size", path);
            case Request.Download(String path) -> send("get", path);
            case Request.Preview(String path, int limit) -> send("head", path, Integer.toString(limit));
            case Request.Quit quit -> send("bye");
            case Request.Upload(String path, Body content, boolean mayReplace) -> {
                send("put", path, Long.toString(content.length().orElseThrow()));
                wire.send(content);
            }
            default -> throw new IllegalArgumentException("the toy has no command for " + request);
        }
        return reply(receive().split("\t", -1));
    }

    private Reply reply(String... words) throws IOException {
        return switch (words[0]) {
            case "done" -> new Reply.Done();
            case "directory" -> new Reply.Directory(words[1]);
            case "size" -> new Reply.Size(Long.parseLong(words[1]));
            case "content" -> new Reply.Content(wire.body(Long.parseLong(words[1])));
            case "listing" -> new Reply.Listing(Arrays.stream(words).skip(1)
                    .map(name -> new Entry(name.replace("/", ""), name.endsWith("/"))).toList());
            case "failed" -> new Reply.Failed(ErrorCode.ofWord(words[1]).orElseThrow(), words[2]);
            default -> throw new ProtocolViolation("this is no answer", Text.encode(words[0]));
        };
    }

    private void send(String... words) throws IOException {
        lines.send(Text.encode(String.join("\t", words)));
    }

    private String receive() throws IOException {
        byte[] line = lines.receive()
                .orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server closed the connection"));
        return Text.decode(line).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
