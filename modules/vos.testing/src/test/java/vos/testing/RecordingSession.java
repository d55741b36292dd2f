package vos.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;

/** A session that remembers what it was asked, and answers as it was told, or else that all is well. */
public final class RecordingSession implements Service {
    private final List<String> requests = new ArrayList<>();
    private final Map<Class<? extends Request>, Supplier<Reply>> answers = new HashMap<>();
    private String directory = "/";
    private Printing printing = output -> { };

    /** What a command prints. */
    @FunctionalInterface
    public interface Printing {
        /** Puts it into {@code output}. */
        void printTo(WritableByteChannel output) throws IOException;
    }

    /** Answers requests of this kind so. */
    public RecordingSession answering(Class<? extends Request> kind, Supplier<Reply> answer) {
        answers.put(kind, answer);
        return this;
    }

    /** Refuses requests of this kind. */
    public RecordingSession refusing(Class<? extends Request> kind) {
        return answering(kind, () -> new Reply.Failed(ErrorCode.NOT_FOUND, "\"/x\" does not exist"));
    }

    /** Prints this on command lines, and then answers. */
    public RecordingSession printing(Printing printed) {
        printing = printed;
        return this;
    }

    /** Is in this directory. */
    public RecordingSession in(String currentDirectory) {
        directory = currentDirectory;
        return this;
    }

    /** What was asked, but for what the ends ask themselves; an upload with its content, a character a byte. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        switch (request) {
            case Request.WhereAmI where -> { }
            case Request.ListDirectory list -> { }
            case Request.Upload upload -> requests.add("Upload " + upload.path() + " = " + content(upload.content()));
            case Request.CommandLine(String line, WritableByteChannel output) -> {
                requests.add("CommandLine " + line);
                printing.printTo(output);
            }
            default -> requests.add(request.toString().replaceAll("\\[(\\w+=)?|, \\w+=|\\]", " ").strip());
        }
        return answers.getOrDefault(request.getClass(), () -> answer(request)).get();
    }

    private static String content(Body body) throws IOException {
        try (body) {
            var bytes = new ByteArrayOutputStream();
            body.copyTo(Channels.newChannel(bytes));
            return Bytes.text(bytes.toByteArray());
        }
    }

    private Reply answer(Request request) {
        return switch (request) {
            case Request.WhereAmI where -> new Reply.Directory(directory);
            case Request.ChangeDirectory change -> new Reply.Directory(directory);
            case Request.ListDirectory list -> new Reply.Listing(List.of(
                    new Entry("a.txt", false), new Entry("docs", true), new Entry("z.txt", false)));
            case Request.Size size -> new Reply.Size(5);
            case Request.Download download -> new Reply.Content(Body.of(Bytes.of("12345")));
            case Request.CommandLine line -> new Reply.Exit(OptionalInt.of(0));
            case Request.Hello hello -> new Reply.Welcome(Hello.VERSION);
            case Request.Quit quit -> new Reply.Goodbye();
            case Request.Unknown unknown -> new Reply.Failed(ErrorCode.UNSUPPORTED, "unknown");
            case Request.Malformed malformed -> new Reply.Failed(ErrorCode.MALFORMED, malformed.reason());
            default -> new Reply.Done();
        };
    }
}
