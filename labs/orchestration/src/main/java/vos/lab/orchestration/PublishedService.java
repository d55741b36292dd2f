package vos.lab.orchestration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vos.protocol.Body;
import vos.protocol.DelimiterFraming;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * A published server as its client uses it {@code [ORCH-7]}: the mirror of {@link PublishedServerEnd}. An exchange is
 * over when the prompt has come again.
 */
final class PublishedService implements Service {
    /** Behind a file that was found and cannot be read, this comes and nothing else {@code [ORCH-7.8]}. */
    private static final String UNREADABLE = Words.ERROR + Words.PROMPT;
    private static final Duration NOTHING_ELSE = Pace.MESSAGE.multipliedBy(2);

    private final Wire wire;
    private final Answers answers;
    private final DelimiterFraming files;
    private final DelimiterFraming previews;

    /** What is behind the first prompt on {@code wire}. */
    PublishedService(Wire wire) {
        this.wire = wire;
        this.answers = new Answers(wire);
        this.files = new DelimiterFraming(wire, Text.encode(Words.END_OF_FILE + Words.PROMPT));
        this.previews = new DelimiterFraming(wire, Text.encode(Words.END_OF_PREVIEW + Words.PROMPT));
    }

    @Override
    public Reply perform(Request request) throws IOException {
        Optional<Reply> refusal = name(request).flatMap(name -> refuse(request, name));
        return refusal.isPresent() ? refusal.get() : exchange(request);
    }

    /** What will be said when the server waits for a name. */
    private static Optional<String> name(Request request) {
        return Optional.ofNullable(switch (request) {
            case Request.Upload upload -> upload.path();
            case Request.Download(String path) -> path;
            case Request.Preview(String path, _) -> Words.PREVIEW + path;
            case Request.Remove(String path) -> path;
            default -> null;
        });
    }

    /** A name that the server would understand as another one, or as no name {@code [ORCH-7.10]}. */
    private static Optional<Reply> refuse(Request request, String name) {
        if (!name.equals(name.strip()) || name.isEmpty()) {
            return refused("a name is not blank, and has no white space at its ends");
        }
        if (Text.encode(name).length > Segments.LONGEST) {
            return refused("a name has 1,024 bytes at most");
        }
        boolean misunderstood = request instanceof Request.Upload && name.equals(Words.CANCEL)
                || request instanceof Request.Download && name.startsWith(Words.PREVIEW);
        return misunderstood ? refused("this is no name, but means something else") : Optional.empty();
    }

    private static Optional<Reply> refused(String why) {
        return Optional.of(new Reply.Failed(ErrorCode.INVALID_NAME,
                "this server speaks the published form, in which " + why));
    }

    private Reply exchange(Request request) throws IOException {
        return switch (request) {
            case Request.Upload upload -> upload(upload.path(), upload.content());
            case Request.Download(String path) -> download(path, Words.FOUND, files);
            case Request.Preview(String path, _) -> download(Words.PREVIEW + path, Words.PREVIEWING, previews);
            case Request.Remove(String path) -> remove(path);
            case Request.ListDirectory _ -> new Reply.Failed(ErrorCode.UNSUPPORTED,
                    "this server speaks the published form, which has no command that lists files");
            case Request.Quit _ -> {
                answers.say("exit");
                wire.flush();
                yield new Reply.Goodbye();
            }
            default -> OrchestrationClientEnd.unsupported();
        };
    }

    /** The reply that {@code said} means, once the prompt has come behind it. */
    private Reply afterPrompt(String said, String name) throws IOException {
        answers.expect(Words.PROMPT);
        return switch (said) {
            case Words.STORED, Words.DELETED -> new Reply.Done();
            case Words.NOT_FOUND -> new Reply.Failed(ErrorCode.NOT_FOUND, "\"" + name + "\" does not exist");
            case Words.BAD_NAME -> new Reply.Failed(ErrorCode.INVALID_NAME, said);
            default -> new Reply.Failed(ErrorCode.INTERNAL, "the server said: " + said);
        };
    }

    private Reply remove(String name) throws IOException {
        answers.say("delete");
        answers.expect(Words.ASK_DELETED);
        answers.say(name);
        return afterPrompt(answers.oneOf(Words.DELETED, Words.NOT_FOUND, Words.NOT_DELETED), name);
    }

    // ---- upload ----------------------------------------------------------------------------------------------------

    private Reply upload(String name, Body content) throws IOException {
        answers.say("upload");
        answers.expect(Words.ASK_NAME);
        answers.say(name);
        String said = answers.oneOf(Words.ASK_FILE, Words.BAD_NAME, Words.NOT_STORED);
        if (said.equals(Words.ASK_FILE)) {
            // A server that cannot open the file says so, and takes a chunk for a command [ORCH-7.6].
            boolean ready = wire.pause(Pace.MESSAGE);
            said = ready ? sendFile(content) : answers.oneOf(Words.NOT_STORED);
        }
        return afterPrompt(said, name);
    }

    /** Sends it chunk by chunk; returns what the server says in the end. */
    private String sendFile(Body content) throws IOException {
        var chunk = ByteBuffer.allocate(Segments.LONGEST);
        String said = Words.ACKNOWLEDGED;
        while (said.equals(Words.ACKNOWLEDGED) && fill(chunk.clear(), content)) {
            said = sendChunk(Arrays.copyOf(chunk.array(), chunk.position()));
        }
        return said.equals(Words.ACKNOWLEDGED) ? endFile() : said;
    }

    /** Reads as much as there is room for; whether there was anything. */
    private static boolean fill(ByteBuffer chunk, Body content) throws IOException {
        int read = 0;
        while (read >= 0 && chunk.hasRemaining()) {
            read = content.read(chunk);
        }
        return chunk.position() > 0;
    }

    /** A chunk that is a word is sent in two halves, which are none {@code [ORCH-7.4]}. */
    private String sendChunk(byte[] chunk) throws IOException {
        String text = Segments.latin(chunk);
        if (!text.equals(Words.END_OF_FILE) && !text.equals(Words.GIVE_UP)) {
            return sendSegment(chunk);
        }
        int half = chunk.length / 2;
        String said = sendSegment(Arrays.copyOf(chunk, half));
        return said.equals(Words.ACKNOWLEDGED) ? sendSegment(Arrays.copyOfRange(chunk, half, chunk.length)) : said;
    }

    private String sendSegment(byte[] chunk) throws IOException {
        wire.put(Part.BODY, chunk);
        return answers.oneOf(Words.ACKNOWLEDGED, Words.NOT_STORED);
    }

    /** Not before every piece that the network may have made of a chunk is acknowledged {@code [ORCH-7.5]}. */
    private String endFile() throws IOException {
        while (!wire.pause(Pace.MESSAGE)) {
            answers.expect(Words.ACKNOWLEDGED);
        }
        wire.put(Part.DELIMITER, Text.encode(Words.END_OF_FILE));
        return answers.oneOf(Words.STORED, Words.NOT_STORED);
    }

    // ---- download --------------------------------------------------------------------------------------------------

    private Reply download(String name, String announcement, DelimiterFraming end) throws IOException {
        answers.say("download");
        wire.pause(Pace.MESSAGE);
        answers.say(name);
        String said = answers.oneOf(announcement, Words.NOT_FOUND, Words.ERROR);
        if (!said.equals(announcement)) {
            return afterPrompt(said, name);
        }
        if (isUnreadable()) {
            return afterPrompt(answers.oneOf(Words.ERROR), name);
        }
        return new Reply.Content(end.receiveBody().endingWith(this::expectNothingElse));
    }

    /** Whether an error and the prompt, which may be late, are all: a file may begin so {@code [ORCH-7.8]}. */
    private boolean isUnreadable() throws IOException {
        wire.peek(bytes -> !Segments.isCut(UNREADABLE, bytes), Answers.WITHIN_A_WORD);
        byte[] start = wire.peek(bytes -> !Segments.latin(bytes).equals(UNREADABLE), NOTHING_ELSE);
        return Segments.latin(start).equals(UNREADABLE);
    }

    /** A file that holds what ends it is over too early, and its rest comes behind that {@code [ORCH-7.7]}. */
    private void expectNothingElse() throws IOException {
        if (!wire.pause(Pace.MESSAGE) && !wire.atEnd()) {
            throw new ProtocolViolation("the file is not whole: it holds what ends a file, and more came behind that");
        }
    }
}
