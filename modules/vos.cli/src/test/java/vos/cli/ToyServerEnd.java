package vos.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import vos.protocol.LineFraming;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** The toy's server end: a greeting, and then an answer for each line. */
final class ToyServerEnd implements ServerEnd {
    private final Wire wire;
    private final LineFraming lines;

    ToyServerEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
    }

    @Override
    public void greet() throws IOException {
        send("toy");
    }

    @Override
    public Optional<Request> receive() throws IOException {
        return lines.receive().map(line -> request(Text.decode(line).orElseThrow().split("\t", -1)));
    }

    private Request request(String... words) {
        Optional<Verb> verb = ToyDialect.VOCABULARY.find(words[0]);
        if (verb.isEmpty()) {
            return new Request.Unknown(words[0]);
        }
        return switch (verb.get().operation()) {
            case LIST -> new Request.ListDirectory(words[1]);
            case CHANGE_DIRECTORY -> new Request.ChangeDirectory(words[1]);
            case WHERE_AM_I -> new Request.WhereAmI();
            case MAKE_DIRECTORY -> new Request.MakeDirectory(words[1]);
            case REMOVE -> new Request.Remove(words[1]);
            case TOUCH -> new Request.Touch(words[1]);
            case MOVE -> new Request.Move(words[1], words[2]);
            case SIZE -> new Request.Size(words[1]);
            case UPLOAD -> new Request.Upload(words[1], wire.body(Long.parseLong(words[2])), true);
            case DOWNLOAD -> new Request.Download(words[1]);
            case PREVIEW -> new Request.Preview(words[1], Integer.parseInt(words[2]));
            case QUIT -> new Request.Quit();
        };
    }

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done done -> send("done");
            case Reply.Welcome welcome -> send("done");
            case Reply.Goodbye bye -> send("done");
            case Reply.Directory(String path) -> send("directory\t" + path);
            case Reply.Size(long bytes) -> send("size\t" + bytes);
            case Reply.Listing(var entries) -> send(entries.stream()
                    .map(entry -> "\t" + entry.name() + (entry.directory() ? "/" : ""))
                    .collect(Collectors.joining("", "listing", "")));
            case Reply.Failed(var code, String detail) -> send("failed\t" + code.word() + "\t" + detail);
            case Reply.Content(var body) -> {
                send("content\t" + body.length().orElseThrow());
                wire.send(body);
            }
        }
    }

    private void send(String line) throws IOException {
        lines.send(Text.encode(line));
    }
}
