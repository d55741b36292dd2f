package vos.server;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vos.fs.Draft;
import vos.fs.Kind;
import vos.fs.Publish;
import vos.fs.StoredFile;
import vos.fs.Volume;
import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.protocol.Body;
import vos.protocol.Buffers;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.WithdrawnException;
import vos.shell.Shell;

/**
 * What a request means: each becomes one operation of the session's {@link Workspace}. Knows nothing of bytes on a
 * wire.
 *
 * <p>One session, one thread, as its workspace.
 */
final class Interpreter implements Session {
    private final Workspace workspace;
    private final Shell shell;
    private final Buffers buffers;
    private final SessionGuard guard;

    Interpreter(Volume volume, Limits limits, Resources resources) {
        this.buffers = resources.buffers();
        this.guard = new SessionGuard(limits, resources);
        this.workspace = new Workspace(volume, guard);
        this.shell = new Shell(workspace);
    }

    @Override
    public void answered() {
        guard.release();
    }

    @Override
    public Reply perform(Request request) throws IOException {
        try {
            return answer(request);
        } catch (WorkspaceException e) {
            return refusal(e);
        }
    }

    private Reply answer(Request request) throws IOException {
        return switch (request) {
            case Request.ListDirectory(String path) -> new Reply.Listing(list(path));
            case Request.ChangeDirectory(String path) -> {
                workspace.changeDirectory(path);
                yield new Reply.Directory(workspace.directory());
            }
            case Request.WhereAmI where -> new Reply.Directory(workspace.directory());
            case Request.MakeDirectory(String path) -> {
                workspace.makeDirectory(path);
                yield new Reply.Done();
            }
            case Request.Remove(String path) -> {
                workspace.remove(path);
                yield new Reply.Done();
            }
            case Request.Touch(String path) -> {
                workspace.touch(path);
                yield new Reply.Done();
            }
            case Request.Move(String from, String to) -> {
                workspace.move(from, to);
                yield new Reply.Done();
            }
            case Request.Size(String path) -> new Reply.Size(workspace.size(path));
            case Request.Upload upload -> store(upload);
            case Request.Download(String path) -> content(path, Long.MAX_VALUE);
            case Request.Preview(String path, int limit) -> content(path, limit);
            case Request.CommandLine(String line, WritableByteChannel output) ->
                new Reply.Exit(OptionalInt.of(shell.run(line, output)));
            case Request.Login login ->
                new Reply.Failed(ErrorCode.UNSUPPORTED, "there is nobody to log in as, or you are already");
            case Request.Hello _, Request.Quit _, Request.Unknown _, Request.Malformed _ ->
                answerToAnybody(request).orElseThrow();
        };
    }

    /** The reply to a request that needs no workspace; nothing for one that does. */
    static Optional<Reply> answerToAnybody(Request request) {
        return Optional.ofNullable(switch (request) {
            case Request.Hello _ -> new Reply.Welcome(Hello.VERSION);
            case Request.Quit _ -> new Reply.Goodbye();
            case Request.Unknown _ -> new Reply.Failed(ErrorCode.UNSUPPORTED, ErrorCode.UNSUPPORTED.sentence());
            case Request.Malformed(String reason) -> new Reply.Failed(ErrorCode.MALFORMED, reason);
            default -> null;
        });
    }

    private List<Entry> list(String path) throws IOException {
        return workspace.list(path).stream()
                .map(entry -> new Entry(entry.name(), entry.kind() == Kind.DIRECTORY))
                .toList();
    }

    /**
     * Nothing is visible under the name until all of the content has come and its end has been checked. Whatever
     * happens, the content is taken off the wire to its end, so that the next request can be read. One that has no
     * proper end has no refusal either: what stands behind it is no request. One that was taken back has.
     */
    private Reply store(Request.Upload upload) throws IOException {
        Publish mode = upload.mayReplace() ? Publish.REPLACE : Publish.CREATE;
        try (Body content = upload.content()) {
            return store(content, upload.path(), mode);
        }
    }

    private Reply store(Body content, String path, Publish mode) throws IOException {
        try (Draft draft = workspace.create(path, mode)) {
            content.copyTo(draft, buffers);
            draft.publish();
            return new Reply.Done();
        } catch (WorkspaceException e) {
            return refusal(e);
        } catch (WithdrawnException e) {
            return new Reply.Failed(ErrorCode.MALFORMED, e.getMessage());
        }
    }

    private Reply content(String path, long limit) throws IOException {
        StoredFile file = workspace.open(path);
        return new Reply.Content(Body.of(file.channel(), Math.min(file.size(), limit)));
    }

    private static Reply refusal(WorkspaceException e) {
        return new Reply.Failed(code(e.reason()), e.getMessage());
    }

    private static ErrorCode code(WorkspaceException.Reason reason) {
        return switch (reason) {
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
    }
}
