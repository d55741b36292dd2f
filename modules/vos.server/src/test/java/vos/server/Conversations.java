package vos.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Secret;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What can be asked of one small tree, and what is right to answer. */
final class Conversations {
    private Conversations() {
    }

    /** Makes the tree that the answers are about. */
    static void prepare(Path root) throws IOException {
        Files.createDirectories(root.resolve("dir/inner"));
        Files.writeString(root.resolve("dir/inside"), "inside");
        Files.writeString(root.resolve("file"), "content");
    }

    /** Pairs of a request and its reply. */
    static Stream<Arguments> all() {
        return Stream.concat(answered(), refused());
    }

    private static Stream<Arguments> answered() {
        return Stream.of(
                Arguments.of(new Request.ListDirectory(""),
                        new Reply.Listing(List.of(new Entry("dir", true), new Entry("file", false)))),
                Arguments.of(new Request.ListDirectory("dir/inner"), new Reply.Listing(List.of())),
                Arguments.of(new Request.ChangeDirectory("dir/inner/.."), new Reply.Directory("/dir")),
                Arguments.of(new Request.WhereAmI(), new Reply.Directory("/")),
                Arguments.of(new Request.MakeDirectory("new"), new Reply.Done()),
                Arguments.of(new Request.Remove("file"), new Reply.Done()),
                Arguments.of(new Request.Touch("new"), new Reply.Done()),
                Arguments.of(new Request.Move("file", "dir"), new Reply.Done()),
                Arguments.of(new Request.Size("file"), new Reply.Size(7)),
                Arguments.of(upload("new", "brand new", false), new Reply.Done()),
                Arguments.of(upload("file", "replaced", true), new Reply.Done()),
                Arguments.of(upload("new", "", true), new Reply.Done()),
                Arguments.of(new Request.Download("dir/inside"), content("inside")),
                Arguments.of(new Request.Preview("file", 0), content("")),
                Arguments.of(new Request.Preview("file", 3), content("con")),
                Arguments.of(new Request.Preview("file", 7), content("content")),
                Arguments.of(new Request.Preview("file", 8), content("content")),
                Arguments.of(new Request.CommandLine("cd dir && ls", Conversations.sink()), exit(2)),
                Arguments.of(new Request.CommandLine("cat no", Conversations.sink()), exit(1)),
                Arguments.of(new Request.CommandLine("cat 'file'", Conversations.sink()), exit(0)),
                Arguments.of(new Request.Hello("vos/1"), new Reply.Welcome(Hello.VERSION)),
                Arguments.of(new Request.Hello("vos/2"), new Reply.Welcome(Hello.VERSION)),
                Arguments.of(new Request.Quit(), new Reply.Goodbye()));
    }

    private static Stream<Arguments> refused() {
        return Stream.of(
                refusal(new Request.ListDirectory("file"), ErrorCode.NOT_A_DIRECTORY, "\"/file\" is not a directory"),
                refusal(new Request.ChangeDirectory("no"), ErrorCode.NOT_FOUND, "\"/no\" does not exist"),
                refusal(new Request.MakeDirectory("dir"), ErrorCode.ALREADY_EXISTS, "\"/dir\" already exists"),
                refusal(new Request.Remove("dir"), ErrorCode.DIRECTORY_NOT_EMPTY, "\"/dir\" is not empty"),
                refusal(new Request.Touch("dir"), ErrorCode.IS_A_DIRECTORY, "\"/dir\" is a directory"),
                refusal(new Request.Move("no", "dir"), ErrorCode.NOT_FOUND, "\"/no\" does not exist"),
                refusal(new Request.Size("../file"), ErrorCode.OUTSIDE_THE_WORKSPACE,
                        "\"../file\" leads out of the workspace"),
                refusal(upload("file", "x", false), ErrorCode.ALREADY_EXISTS, "\"/file\" already exists"),
                refusal(upload("dir", "x", true), ErrorCode.IS_A_DIRECTORY, "\"/dir\" is a directory"),
                refusal(new Request.Download("dir"), ErrorCode.IS_A_DIRECTORY, "\"/dir\" is a directory"),
                refusal(new Request.Preview("no", 3), ErrorCode.NOT_FOUND, "\"/no\" does not exist"),
                refusal(new Request.Login("ann", Secret.of(Bytes.of("secret"))), ErrorCode.UNSUPPORTED,
                        "there is nobody to log in as, or you are already"),
                refusal(new Request.Unknown("frobnicate"), ErrorCode.UNSUPPORTED, "the command is not known here"));
    }

    private static Arguments refusal(Request request, ErrorCode code, String detail) {
        return Arguments.of(request, new Reply.Failed(code, detail));
    }

    private static Request upload(String path, String content, boolean mayReplace) {
        return new Request.Upload(path, Body.of(Bytes.of(content)), mayReplace);
    }

    private static Reply content(String text) {
        return new Reply.Content(Body.of(Bytes.of(text)));
    }

    private static Reply exit(int status) {
        return new Reply.Exit(OptionalInt.of(status));
    }

    static WritableByteChannel sink() {
        return Channels.newChannel(OutputStream.nullOutputStream());
    }

    /** The reply as text that can be compared; a content is sent, as a dialect would, and closed. */
    static String shown(Reply reply) throws IOException {
        if (!(reply instanceof Reply.Content(Body body))) {
            return reply.toString();
        }
        var sent = ScriptedTransport.reading();
        try (body) {
            var wire = new Wire(sent, WireOptions.DEFAULTS);
            wire.send(body);
            wire.flush();
        }
        return "Content[" + Bytes.text(sent.written()) + "], announced as " + body.length();
    }
}
