package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import vos.fs.LocalVolume;
import vos.fs.Location;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;
import vos.protocol.Body;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/** What every request means; {@link InterpreterUploadTest} has what becomes of contents. */
class InterpreterTest {
    static final List<Request> REQUESTS_THAT_TOUCH_THE_VOLUME = List.of(
            new Request.ListDirectory("x"), new Request.ChangeDirectory("x"), new Request.MakeDirectory("x"),
            new Request.Remove("x"), new Request.Touch("x"), new Request.Move("x", "y"), new Request.Size("x"),
            new Request.Upload("x", Body.of(new byte[1]), true), new Request.Download("x"),
            new Request.Preview("x", 1));

    @TempDir
    Path root;
    private Interpreter interpreter;

    @BeforeEach
    void prepare() throws IOException {
        Conversations.prepare(root);
        interpreter = new Interpreter(LocalVolume.open(root), Limits.USUAL, Plenty.resources());
    }

    @ParameterizedTest
    @MethodSource("vos.server.Conversations#all")
    void aRequestHasItsReply(Request request, Reply expected) throws IOException {
        assertEquals(Conversations.shown(expected), Conversations.shown(interpreter.perform(request)));
    }

    @Test
    void everyKindOfRequestHasBeenAsked() {
        Set<Class<?>> asked = Conversations.all().map(pair -> pair.get()[0].getClass()).collect(Collectors.toSet());
        // No client asks for this one: it is what a server's end makes of a message that it cannot read.
        asked.add(Request.Malformed.class);
        assertEquals(Set.of(Request.class.getPermittedSubclasses()), asked);
    }

    @Test
    void aMessageThatMakesNoSenseIsAnsweredWithTheReasonThatTheDialectGave() throws IOException {
        assertEquals(new Reply.Failed(ErrorCode.MALFORMED, "this is not UTF-8"),
                interpreter.perform(new Request.Malformed("this is not UTF-8")));
    }

    @Test
    void whatHasBeenDoneIsThere() throws IOException {
        interpreter.perform(new Request.Move("file", "dir/inner"));
        interpreter.perform(new Request.Remove("dir/inside"));
        interpreter.perform(new Request.MakeDirectory("made"));
        interpreter.perform(new Request.ChangeDirectory("made"));
        interpreter.perform(new Request.Touch("touched"));
        assertEquals(new Reply.Directory("/made"), interpreter.perform(new Request.WhereAmI()));
        assertThatTree(root).contains("dir/", "dir/inner/", "dir/inner/file = content", "made/", "made/touched = ");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfTheWorkspaceHasItsCodeAndKeepsItsWords(Reason reason) throws IOException {
        var refusal = new WorkspaceException(reason, Location.ROOT);
        var expected = switch (reason) {
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case ALREADY_EXISTS -> ErrorCode.ALREADY_EXISTS;
            case NOT_A_DIRECTORY -> ErrorCode.NOT_A_DIRECTORY;
            case IS_A_DIRECTORY -> ErrorCode.IS_A_DIRECTORY;
            case NOT_EMPTY -> ErrorCode.DIRECTORY_NOT_EMPTY;
            case OUTSIDE -> ErrorCode.OUTSIDE_THE_WORKSPACE;
            case INVALID_NAME -> ErrorCode.INVALID_NAME;
            case NO_SPACE -> ErrorCode.NO_SPACE;
            case QUOTA_EXCEEDED -> ErrorCode.QUOTA_EXCEEDED;
            case TOO_LARGE -> ErrorCode.TOO_LARGE;
            case DENIED -> ErrorCode.DENIED;
            case BUSY -> ErrorCode.BUSY;
            case FAILED -> ErrorCode.INTERNAL;
        };
        assertEquals(new Reply.Failed(expected, refusal.getMessage()),
                onVolume(() -> refusal).perform(new Request.Size("x")));
    }

    @ParameterizedTest
    @FieldSource("REQUESTS_THAT_TOUCH_THE_VOLUME")
    void whatTheWorkspaceRefusesIsAReplyAndNoException(Request request) throws IOException {
        var denying = onVolume(() -> new WorkspaceException(Reason.DENIED, Location.ROOT));
        var failed = assertInstanceOf(Reply.Failed.class, denying.perform(request));
        assertEquals(ErrorCode.DENIED, failed.code(), failed.detail());
    }

    @Test
    void aDefectIsNoRefusal() {
        var defect = new IllegalStateException("a defect");
        var defective = onVolume(() -> {
            throw defect;
        });
        assertSame(defect, assertThrows(IllegalStateException.class, () -> defective.perform(new Request.Size("x"))));
    }

    private static Interpreter onVolume(FailingVolume.Failure failure) {
        return new Interpreter(new FailingVolume(failure), Limits.USUAL, Plenty.resources());
    }
}
