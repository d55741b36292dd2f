package vos.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The replies of the strict forms whose requests are lines {@code [COM-9]}: a {@link StatusLine}, and behind an OK with
 * a size so many bytes. The server's end sends what the client's end receives.
 *
 * <p>Bound to one {@link Wire} and as little thread-safe as it is.
 */
public final class StatusReplies {
    /** The longest text that is taken into memory, in bytes. */
    public static final int LONGEST_TEXT = 64 << 20;
    /** The longest listing, in entries: each of them takes more memory than its line says. */
    public static final int MOST_ENTRIES = 1 << 20;

    private final Wire wire;
    private final LineFraming lines;
    private final Vocabulary offered;

    /** The replies on {@code wire}, of a server that offers these commands. */
    public StatusReplies(Wire wire, Vocabulary offered) {
        this.wire = wire;
        this.lines = new LineFraming(wire);
        this.offered = offered;
    }

    // ---- the server's side -----------------------------------------------------------------------------------------

    /**
     * Sends {@code reply}; a content to its end.
     *
     * @throws IllegalArgumentException for a reply that has no form here
     */
    public void send(Reply reply) throws IOException {
        switch (reply) {
            case Reply.Done done -> line(StatusLine.done());
            case Reply.Goodbye bye -> line(StatusLine.done());
            case Reply.Failed failed -> line(StatusLine.failed(failed));
            case Reply.Directory(String path) -> text(path);
            case Reply.Size(long bytes) -> text(Long.toString(bytes));
            case Reply.Listing(List<Entry> entries) when isTooLong(entries) ->
                line(StatusLine.failed(new Reply.Failed(ErrorCode.TOO_LARGE, "the listing is too long to be sent")));
            case Reply.Listing(List<Entry> entries) -> text(entries.stream().map(StatusReplies::line)
                    .collect(Collectors.joining()));
            case Reply.Content(Body body) -> {
                line(StatusLine.size(body.length().orElseThrow()));
                wire.send(body);
            }
            case Reply.Welcome(String version) -> line(Hello.welcome(version, offered));
            case Reply.Exit exit -> throw new IllegalArgumentException("no command line is run here: " + exit);
        }
    }

    private static boolean isTooLong(List<Entry> entries) {
        return entries.size() > MOST_ENTRIES
                || entries.stream().mapToLong(entry -> Text.encode(line(entry)).length).sum() > LONGEST_TEXT;
    }

    private static String line(Entry entry) {
        return entry.name() + (entry.directory() ? "/\n" : "\n");
    }

    private void line(String line) throws IOException {
        lines.send(Text.encode(line));
    }

    private void text(String text) throws IOException {
        byte[] bytes = Text.encode(text);
        line(StatusLine.size(bytes.length));
        wire.put(Part.MESSAGE, bytes);
    }

    // ---- the client's side -----------------------------------------------------------------------------------------

    /**
     * Receives the reply to {@code request}, whose kind says what the bytes behind an OK are.
     *
     * @throws ProtocolViolation when this can be no reply to it
     * @throws PeerGoneException when the server closes instead
     */
    public Reply receive(Request request) throws IOException {
        return switch (status()) {
            case Reply.Size(long size) -> sized(request, size);
            case Reply.Done done when isAnsweredByText(request) ->
                throw new ProtocolViolation("the size of what follows is missing");
            case Reply.Done done when request instanceof Request.Quit -> new Reply.Goodbye();
            case Reply other -> other;
        };
    }

    private Reply status() throws IOException {
        return StatusLine.parse(lines.receive().orElseThrow(
                () -> new PeerGoneException(wire.peer() + ": the server closed the connection without an answer")));
    }

    private static boolean isAnsweredByText(Request request) {
        return switch (request) {
            case Request.Download _, Request.Preview _, Request.ListDirectory _, Request.ChangeDirectory _,
                    Request.WhereAmI _, Request.Size _ -> true;
            default -> false;
        };
    }

    private Reply sized(Request request, long size) throws IOException {
        return switch (request) {
            case Request.Download _, Request.Preview _ -> new Reply.Content(wire.body(size));
            case Request.ListDirectory _ -> listing(text(size));
            case Request.ChangeDirectory _, Request.WhereAmI _ -> directory(text(size));
            case Request.Size _ -> size(text(size));
            default -> throw new ProtocolViolation("a size stands where nothing can follow");
        };
    }

    /** A stranger has told the size: room is made for what comes, not for what is announced. */
    private String text(long size) throws IOException {
        if (size > LONGEST_TEXT) {
            throw new ProtocolViolation("an answer of " + size + " bytes is announced");
        }
        var bytes = new ByteArrayOutputStream();
        wire.body(size).copyTo(Channels.newChannel(bytes));
        return Text.decode(bytes.toByteArray())
                .orElseThrow(() -> new ProtocolViolation("an answer is not UTF-8", bytes.toByteArray()));
    }

    private static Reply directory(String path) throws ProtocolViolation {
        if (!path.startsWith("/")) {
            throw new ProtocolViolation("a directory is not told from the root", Text.encode(path));
        }
        return new Reply.Directory(path);
    }

    private static Reply listing(String text) throws ProtocolViolation {
        var entries = new ArrayList<Entry>();
        for (int from = 0; from < text.length();) {
            int end = text.indexOf('\n', from);
            refuse(end < 0, "a listing does not end with its last line");
            refuse(end == from, "a listing has an empty line");
            refuse(entries.size() == MOST_ENTRIES, "a listing is too long");
            entries.add(entry(text.substring(from, end)));
            from = end + 1;
        }
        return new Reply.Listing(entries);
    }

    private static void refuse(boolean unbelievable, String why) throws ProtocolViolation {
        if (unbelievable) {
            throw new ProtocolViolation(why);
        }
    }

    private static Entry entry(String line) {
        boolean directory = line.endsWith("/");
        return new Entry(directory ? line.substring(0, line.length() - 1) : line, directory);
    }

    private static Reply size(String text) throws ProtocolViolation {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ProtocolViolation("a size is no number", Text.encode(text));
        }
        return new Reply.Size(Long.parseLong(text));
    }
}
