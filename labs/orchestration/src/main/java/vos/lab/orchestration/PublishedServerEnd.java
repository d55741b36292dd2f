package vos.lab.orchestration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.Entry;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.Operation;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/**
 * A user's conversation in the published form {@code [ORCH-3]}: a prompt, a command, what it needs to know, its answer.
 *
 * <p>Pauses wherever two words follow each other, so that each is a segment of its own {@code [ORCH-2.3]}.
 */
final class PublishedServerEnd implements ServerEnd {
    private static final String HELLO = "hello vos/";
    /** No version is so long that its hello has not ended here. */
    private static final int LONGEST_HELLO = 20;

    private final Wire wire;
    private final Segments segments;
    private final LineFraming lines;
    private final DelimiterFraming files;
    private final DelimiterFraming previews;
    private ChunkedContent upload;

    PublishedServerEnd(Wire wire) {
        this.wire = wire;
        this.segments = new Segments(wire);
        this.lines = new LineFraming(wire);
        this.files = new DelimiterFraming(wire, Text.encode(Words.END_OF_FILE));
        this.previews = new DelimiterFraming(wire, Text.encode(Words.END_OF_PREVIEW));
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<Request> request = Optional.empty();
        while (request.isEmpty() && isThereACommand()) {
            request = command(segments.look(PublishedServerEnd::isCut));
        }
        return request;
    }

    private boolean isThereACommand() throws IOException {
        wire.pause(Pace.MESSAGE);
        say(Words.PROMPT);
        return !wire.atEnd();
    }

    /** Whether this is the beginning of a command, of which the network still holds the rest {@code [ORCH-3.4]}. */
    private static boolean isCut(byte[] segment) {
        String text = Segments.latin(segment);
        boolean cutHello = text.startsWith(HELLO) && text.length() < LONGEST_HELLO && text.indexOf('\n') < 0;
        return cutHello || Segments.isCut(HELLO, segment) || OrchestrationDialect.VOCABULARY.verbs().stream()
                .anyMatch(verb -> Segments.isCut(verb.word(), segment));
    }

    /** Empty when it has been answered here. */
    private Optional<Request> command(byte[] segment) throws IOException {
        String text = Segments.latin(segment);
        if (text.startsWith(HELLO)) {
            // Behind its line end the client may have said more, in the strict form.
            boolean whole = text.indexOf('\n') >= 0;
            byte[] hello = whole ? lines.receive().orElseThrow() : segments.take(segment, Part.MESSAGE);
            return Hello.parse(Segments.latin(hello).strip());
        }
        Optional<String> word = Text.decode(segments.take(segment, Part.MESSAGE)).map(String::strip);
        if (word.isEmpty()) {
            return Optional.of(new Request.Malformed("a command is not UTF-8"));
        }
        Optional<Operation> operation = OrchestrationDialect.VOCABULARY.find(word.get()).map(Verb::operation);
        return operation.isEmpty() ? Optional.of(new Request.Unknown(word.get())) : exchange(operation.get());
    }

    /** Asks for what the command needs to know; empty when nothing is to be done. */
    private Optional<Request> exchange(Operation operation) throws IOException {
        return switch (operation) {
            case UPLOAD -> upload();
            case DOWNLOAD -> Optional.of(download(segments.text()));
            case PREVIEW -> Optional.of(preview(segments.text()));
            case REMOVE -> {
                say(Words.ASK_DELETED);
                yield Optional.of(new Request.Remove(segments.text()));
            }
            case LIST -> Optional.of(new Request.ListDirectory(""));
            case QUIT -> Optional.of(new Request.Quit());
            default -> throw new IllegalStateException("the vocabulary has a command that is not understood here");
        };
    }

    private Optional<Request> upload() throws IOException {
        say(Words.ASK_NAME);
        String name = segments.text();
        if (name.equals(Words.CANCEL)) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            say(Words.BAD_NAME);
            return Optional.empty();
        }
        upload = new ChunkedContent(wire);
        return Optional.of(new Request.Upload(name, Body.unsized(upload), true));
    }

    private static Request download(String name) {
        return name.startsWith(Words.PREVIEW) ? preview(name.substring(Words.PREVIEW.length()))
                : new Request.Download(name);
    }

    private static Request preview(String name) {
        return new Request.Preview(name, Request.Preview.USUAL);
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Content(Body body) when request instanceof Request.Preview ->
                send(Words.PREVIEWING, body, previews);
            case Reply.Content(Body body) -> send(Words.FOUND, body, files);
            case Reply.Listing(List<Entry> entries) -> say(listing(entries));
            case Reply.Done _ -> say(request instanceof Request.Upload ? Words.STORED : Words.DELETED);
            case Reply.Failed _ when request instanceof Request.Upload && upload.withdrawn() -> { }
            case Reply.Failed failed -> say(Words.failed(request, failed));
            case Reply.Goodbye _ -> { }
            default -> throw new IllegalArgumentException("nothing here is answered by " + reply);
        }
    }

    /** A published client takes all for the file until a read ends with the sentinel {@code [ORCH-5.4]}. */
    private void send(String announcement, Body body, DelimiterFraming end) throws IOException {
        if (end.occursIn(body)) {
            say(Words.ERROR);
            return;
        }
        say(announcement);
        wire.pause(Pace.MESSAGE);
        wire.send(body);
        wire.pause(Pace.afterBody(body.moved()));
        end.sendDelimiter();
    }

    private static String listing(List<Entry> entries) {
        return entries.isEmpty() ? Words.NO_FILES : entries.stream()
                .map(entry -> entry.name() + (entry.directory() ? "/\n" : "\n")).collect(Collectors.joining());
    }

    private void say(String word) throws IOException {
        wire.put(Part.MESSAGE, Text.encode(word));
    }
}
