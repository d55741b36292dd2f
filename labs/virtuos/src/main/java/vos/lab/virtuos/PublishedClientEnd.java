package vos.lab.virtuos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.LineFraming;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;
import vos.protocol.Service;
import vos.protocol.StatusReplies;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end in the published form, the mirror of {@link PublishedServerEnd}: keeps the pauses that a published
 * server needs, and finds out where its answers end by asking where it is {@code [VIRT-7]}.
 */
final class PublishedClientEnd implements Service {
    /** What a published server sends for a file that is not there, and one that shall not hang its client. */
    private static final byte[] NO_FILE = Text.encode(Sentences.FILE_NOT_FOUND + "\n" + VirtuosDialect.SENTINEL);
    private static final int NO_FILE_LINE = Sentences.FILE_NOT_FOUND.length() + 1;

    private final Wire wire;
    private final LineFraming lines;
    private final DelimiterFraming files;
    private String directory = "/";

    PublishedClientEnd(Wire wire) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.files = new DelimiterFraming(wire, VirtuosDialect.sentinel());
    }

    /** {@code [VIRT-7.8]} */
    @Override
    public Reply perform(Request request) throws IOException {
        Optional<String> objection = name(request).flatMap(PublishedClientEnd::objection);
        if (objection.isPresent()) {
            return new Reply.Failed(ErrorCode.INVALID_NAME, objection.get());
        }
        try {
            return exchange(request);
        } catch (PeerGoneException e) {
            throw new PeerGoneException(e.getMessage() + "; a published VirtuOS server ends the connection when a"
                    + " command fails, as on a directory that is not there or not empty", e);
        }
    }

    private static Optional<String> name(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> Optional.of(path).filter(name -> !name.isEmpty());
            case Request.ChangeDirectory(String path) -> Optional.of(path);
            case Request.MakeDirectory(String path) -> Optional.of(path);
            case Request.Remove(String path) -> Optional.of(path);
            case Request.Touch(String path) -> Optional.of(path);
            case Request.Download(String path) -> Optional.of(path);
            case Request.Upload upload -> Optional.of(upload.path());
            default -> Optional.empty();
        };
    }

    /** What ends a name cannot be part of one {@code [VIRT-7.3]}. */
    private static Optional<String> objection(String name) {
        if (!Segment.words(name).equals(List.of(name))) {
            return Optional.of("this server speaks the published form, in which a name ends at its first space"
                    + " and is never empty");
        }
        return Text.encode("download " + name).length > Segment.LONGEST
                ? Optional.of("this server speaks the published form, in which a command has 1,024 bytes at most")
                : Optional.empty();
    }

    private Reply exchange(Request request) throws IOException {
        return switch (request) {
            case Request.ListDirectory(String path) -> path.isEmpty() ? list()
                    : new Reply.Failed(ErrorCode.UNSUPPORTED, "this server lists its current directory only");
            case Request.ChangeDirectory(String path) -> {
                Reply reply = ask(request, "cd " + path);
                yield reply instanceof Reply.Failed ? reply : whereAmI();
            }
            case Request.WhereAmI where -> whereAmI();
            case Request.MakeDirectory(String path) -> ask(request, "mkdir " + path);
            case Request.Remove(String path) -> ask(request, "rm " + path);
            case Request.Touch(String path) -> ask(request, "touch " + path);
            case Request.Upload upload -> upload(upload);
            case Request.Download(String path) -> download(path);
            case Request.Quit quit -> {
                say("exit");
                wire.take(Sentences.GOODBYE.length(), Part.MESSAGE);
                yield new Reply.Goodbye();
            }
            default -> new Reply.Failed(ErrorCode.UNSUPPORTED, "virtuos has no command for this");
        };
    }

    /** A command ends where its write does. */
    private void say(String command) throws IOException {
        wire.put(Part.MESSAGE, Text.encode(command));
    }

    private Reply ask(Request request, String command) throws IOException {
        say(command);
        return Sentences.parse(request, VirtuosClientEnd.text(lines));
    }

    // ---- where it is -----------------------------------------------------------------------------------------------

    private Reply whereAmI() throws IOException {
        String path = askWhere();
        if (!path.startsWith("/")) {
            throw new ProtocolViolation("a directory is not told from the root", Text.encode(path));
        }
        directory = path;
        return new Reply.Directory(path);
    }

    /** The question whose answer is known: whatever else comes instead is the rest of something. */
    private String askWhere() throws IOException {
        say("pwd");
        return VirtuosClientEnd.text(lines);
    }

    /** Whether nothing is left over behind an answer. */
    private boolean nothingFollows() throws IOException {
        return wire.pause(Duration.ZERO);
    }

    // ---- listings --------------------------------------------------------------------------------------------------

    /**
     * Nothing says where a listing ends, so the next question is asked as soon as its first line is there: the answer
     * is a path, and begins with a slash, as no name does {@code [VIRT-7.5]}.
     */
    private Reply list() throws IOException {
        say("ls");
        var entries = new ArrayList<Entry>();
        long length = 0;
        String line = VirtuosClientEnd.text(lines);
        say("pwd");
        while (!line.startsWith("/")) {
            length += line.length();
            if (length > StatusReplies.LONGEST_TEXT || entries.size() == StatusReplies.MOST_ENTRIES) {
                throw new ProtocolViolation("a listing is too long");
            }
            entries.add(new Entry(line, false));
            line = VirtuosClientEnd.text(lines);
        }
        boolean empty = entries.equals(List.of(new Entry(Sentences.EMPTY, false)));
        return new Reply.Listing(empty ? List.of() : entries);
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    /** Each of the three must arrive in a read of its own {@code [VIRT-7.2]}. */
    private Reply upload(Request.Upload upload) throws IOException {
        Body content = upload.content();
        if (files.occursIn(content)) {
            return new Reply.Failed(ErrorCode.UNSUPPORTED, "the file holds " + VirtuosDialect.SENTINEL
                    + ", which ends a file in the published form, and this server speaks no other");
        }
        say("upload " + upload.path());
        if (!wire.pause(Pace.MESSAGE)) {
            // It does not wait for a file, and would take this one for commands.
            String answer = VirtuosClientEnd.text(lines);
            throw new ProtocolViolation("the server did not wait for the file", Text.encode(answer));
        }
        wire.send(content);
        wire.pause(Pace.afterBody(content.moved()));
        files.sendDelimiter();
        return Sentences.parse(upload, VirtuosClientEnd.text(lines));
    }

    /** A missing file is answered by a sentence and no sentinel, so that nothing more will come {@code [VIRT-7.6]}. */
    private Reply download(String path) throws IOException {
        say("download " + path);
        byte[] start = wire.peek(bytes -> !isPrefix(bytes, NO_FILE) || bytes.length >= NO_FILE.length, Pace.MESSAGE);
        if (isPrefix(NO_FILE, start)) {
            wire.take(NO_FILE.length, Part.MESSAGE);
            return Sentences.failure(Sentences.FILE_NOT_FOUND);
        }
        if (start.length == NO_FILE_LINE && isPrefix(start, NO_FILE)) {
            wire.take(NO_FILE_LINE, Part.MESSAGE);
            return missingIfInStep();
        }
        return new Reply.Content(files.receiveBody().endingWith(this::expectInStep));
    }

    /** Whether {@code bytes} begin with {@code prefix}. */
    private static boolean isPrefix(byte[] prefix, byte[] bytes) {
        return prefix.length <= bytes.length && Arrays.equals(prefix, 0, prefix.length, bytes, 0, prefix.length);
    }

    /** It was silent behind the sentence. If it answers the next question, it was not in the middle of a file. */
    private Reply missingIfInStep() throws IOException {
        String line = askWhere();
        if (!line.equals(directory) && !line.equals(VirtuosDialect.SENTINEL + directory) || !nothingFollows()) {
            throw new RetryOnNewConnection("a file that begins as the answer to a missing one came with a pause");
        }
        return Sentences.failure(Sentences.FILE_NOT_FOUND);
    }

    /**
     * A file that holds the sentinel ends too early, and its rest comes before the next answer, or in place of it if
     * it looks like that: so nothing may come before the question is asked, nor behind its answer
     * {@code [VIRT-7.7]}.
     */
    private void expectInStep() throws IOException {
        boolean silent = wire.pause(Pace.MESSAGE);
        String line = askWhere();
        if (!silent || !line.equals(directory) || !nothingFollows()) {
            throw new ProtocolViolation("the file is not whole: it holds " + VirtuosDialect.SENTINEL
                    + ", and more came behind that", Text.encode(line));
        }
    }
}
