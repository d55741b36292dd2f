package vos.lab.virtuos;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.Operation;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Text;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/**
 * The server's end in the published form: what one read gives is a command, and is answered by a sentence; a file ends
 * with the sentinel {@code [VIRT-2]} to {@code [VIRT-5]}.
 */
final class PublishedServerEnd implements ServerEnd {
    /** As published, these three take no name with two dots in it, and say so {@code [VIRT-3.2]}. */
    private static final Map<Operation, String> LEADING_UP = Map.of(
            Operation.MAKE_DIRECTORY, Sentences.BAD_FOLDER,
            Operation.TOUCH, Sentences.BAD_FILE,
            Operation.REMOVE, Sentences.BAD_ITEM);

    private final Wire wire;
    private final Service session;
    private final LineFraming lines;
    private final DelimiterFraming files;
    private boolean removesDirectory;

    PublishedServerEnd(Wire wire, Service session) {
        this.wire = wire;
        this.session = session;
        this.lines = new LineFraming(wire);
        this.files = new DelimiterFraming(wire, VirtuosDialect.sentinel());
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    @Override
    public Optional<Request> receive() throws IOException {
        Optional<Request> request = Optional.empty();
        byte[] arrived = look();
        while (request.isEmpty() && arrived.length > 0) {
            request = command(new Segment(arrived));
            arrived = request.isEmpty() ? look() : arrived;
        }
        return request;
    }

    /** What one read gives; more is waited for only if it may be the beginning of a hello {@code [VIRT-6.1]}. */
    private byte[] look() throws IOException {
        return wire.peek(bytes -> !Segment.mayBecomeHello(bytes), Pace.MESSAGE);
    }

    /** One segment, which is one command; empty when it has been answered here {@code [VIRT-2.1]}. */
    private Optional<Request> command(Segment segment) throws IOException {
        if (segment.isHello()) {
            // Behind its line end the client may have said more, in the strict form.
            byte[] hello = segment.hasLine() ? lines.receive().orElseThrow() : take(segment);
            return Hello.parse(Segment.text(hello).strip());
        }
        if (segment.isUploadWithItsFile()) {
            return Optional.of(refuseJoined());
        }
        Optional<String> command = Text.decode(take(segment));
        return command.isPresent() ? command(Segment.words(command.get()))
                : Optional.of(new Request.Malformed(Sentences.error("this is not UTF-8")));
    }

    private Request refuseJoined() throws IOException {
        files.receiveBody().close();
        return new Request.Malformed(Sentences.error("the name and the file came as one message; try again"));
    }

    private byte[] take(Segment seen) throws IOException {
        return wire.take(seen.bytes().length, Part.MESSAGE);
    }

    /** A word and, if it needs one, a name; what stands behind is ignored {@code [VIRT-3.1]}. */
    private Optional<Request> command(List<String> words) throws IOException {
        String word = words.isEmpty() ? "" : words.getFirst();
        Optional<Verb> verb = VirtuosDialect.VOCABULARY.find(word);
        boolean needsName = verb.isPresent() && !verb.get().arguments().isEmpty()
                && verb.get().operation() != Operation.LIST;
        if (verb.isEmpty() || needsName && words.size() < 2) {
            return Optional.of(new Request.Unknown(word));
        }
        if (verb.get().operation() == Operation.LOCAL_DIRECTORY) {
            say(Sentences.MYDIR);
            return Optional.empty();
        }
        if (verb.get().operation() == Operation.UPLOAD && words.size() > 2 && isSentinelAllThatFollows()) {
            return Optional.of(refuseJoined());
        }
        return Optional.of(request(verb.get(), needsName ? words.get(1) : ""));
    }

    /** Then the words behind the name were the file {@code [VIRT-2.5]}. */
    private boolean isSentinelAllThatFollows() throws IOException {
        String sentinel = VirtuosDialect.SENTINEL;
        byte[] start = wire.peek(bytes -> bytes.length >= sentinel.length()
                || !sentinel.startsWith(Segment.text(bytes)), Pace.MESSAGE);
        return Segment.text(start).startsWith(sentinel);
    }

    private Request request(Verb verb, String name) throws IOException {
        if (name.contains("..") && LEADING_UP.containsKey(verb.operation())) {
            return new Request.Malformed(LEADING_UP.get(verb.operation()));
        }
        return switch (verb.operation()) {
            case REMOVE -> {
                // Its answer says what it was, and that cannot be asked once it is gone.
                removesDirectory = session.perform(new Request.ListDirectory(name)) instanceof Reply.Listing;
                yield new Request.Remove(name);
            }
            case UPLOAD -> new Request.Upload(name, files.receiveBody(), true);
            default -> verb.request(name);
        };
    }

    // ---- answers ---------------------------------------------------------------------------------------------------

    @Override
    public void reply(Request request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Goodbye bye -> wire.put(Part.MESSAGE, Text.encode(Sentences.GOODBYE));
            case Reply.Listing(List<Entry> entries) -> say(Sentences.listing(entries));
            case Reply.Content(Body body) -> sendFile(body);
            case Reply.Directory(String path) when request instanceof Request.WhereAmI -> say(path);
            case Reply.Failed failed when request instanceof Request.MakeDirectory(String path) ->
                sayMade(request, path, failed);
            case Reply.Failed failed when request instanceof Request.Download ->
                sendInstead(Sentences.failed(request, failed));
            case Reply.Failed failed -> say(Sentences.failed(request, failed));
            case Reply.Done done when request instanceof Request.Remove(String name) && removesDirectory ->
                say(Sentences.removedDirectory(name));
            default -> say(Sentences.done(request));
        }
    }

    /** The published server makes what is missing above as well, and is content with a directory that is there. */
    private void sayMade(Request request, String path, Reply.Failed failed) throws IOException {
        Reply made = make(path, failed);
        boolean isThere = made instanceof Reply.Failed(ErrorCode code, String detail)
                && code == ErrorCode.ALREADY_EXISTS
                && session.perform(new Request.ListDirectory(path)) instanceof Reply.Listing;
        say(made instanceof Reply.Failed failure && !isThere
                ? Sentences.failed(request, failure)
                : Sentences.done(request));
    }

    private Reply make(String path, Reply reply) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash < 1 || !(reply instanceof Reply.Failed failed) || failed.code() != ErrorCode.NOT_FOUND) {
            return reply;
        }
        String above = path.substring(0, slash);
        make(above, session.perform(new Request.MakeDirectory(above)));
        return session.perform(new Request.MakeDirectory(path));
    }

    /** The sentinel comes alone, as a published client finds it only where no read has cut it {@code [VIRT-3.9]}. */
    private void sendFile(Body body) throws IOException {
        if (files.occursIn(body)) {
            sendInstead(Sentences.error("the file holds the mark that ends a file"));
            return;
        }
        wire.send(body);
        wire.pause(Pace.afterBody(body.moved()));
        files.sendDelimiter();
    }

    /**
     * A published client takes all for the file until the sentinel comes, and without it would hang: so both fit into
     * one read {@code [VIRT-5.2]}.
     */
    private void sendInstead(String sentence) throws IOException {
        wire.put(Part.MESSAGE, Sentences.line(sentence, Sentences.LONGEST - VirtuosDialect.SENTINEL.length()));
        files.sendDelimiter();
    }

    private void say(String text) throws IOException {
        wire.put(Part.MESSAGE, Sentences.line(text));
    }
}
