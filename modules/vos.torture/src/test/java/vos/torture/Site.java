package vos.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import vos.client.Client;
import vos.client.RefusedException;
import vos.fs.Draft;
import vos.fs.Kind;
import vos.fs.Publish;
import vos.fs.StoredFile;
import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.protocol.Body;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/** Where one client's {@link Step}s are done, below a directory that is all its own. For one thread. */
@FunctionalInterface
interface Site {

    /**
     * Does it; returns what {@link TreeModel} would call the answer.
     *
     * @param path in place of the step's own
     * @param argument in place of the step's own
     */
    String perform(Step step, String path, String argument) throws IOException;

    /** The same, with the step's paths below {@code directory}. */
    default String perform(Step step, String directory) throws IOException {
        String argument = step.verb() == Step.Verb.MOVE ? directory + "/" + step.argument() : step.argument();
        return perform(step, directory + "/" + step.path(), argument);
    }

    /** A session's view of a volume, without a wire. */
    static Site of(Workspace workspace) {
        return (step, path, argument) -> {
            try {
                return perform(workspace, step, path, argument);
            } catch (WorkspaceException e) {
                return Step.refused(e.reason().name());
            }
        };
    }

    private static String perform(Workspace workspace, Step step, String path, String argument) throws IOException {
        switch (step.verb()) {
            case CREATE -> write(workspace, path, argument, Publish.CREATE);
            case REPLACE -> write(workspace, path, argument, Publish.REPLACE);
            case TOUCH -> workspace.touch(path);
            case MOVE -> workspace.move(path, argument);
            case REMOVE -> workspace.remove(path);
            case MAKE_DIRECTORY -> workspace.makeDirectory(path);
            case READ -> {
                return read(workspace, path);
            }
            case SIZE -> {
                return Long.toString(workspace.size(path));
            }
            case LIST -> {
                return workspace.list(path).stream()
                        .map(entry -> entry.name() + (entry.kind() == Kind.DIRECTORY ? "/" : ""))
                        .collect(Collectors.joining(" "));
            }
            case LOOK -> throw new IllegalArgumentException("nobody asks for " + step);
        }
        return "ok";
    }

    private static void write(Workspace workspace, String path, String content, Publish mode) throws IOException {
        try (Draft draft = workspace.create(path, mode)) {
            draft.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            draft.publish();
        }
    }

    private static String read(Workspace workspace, String path) throws IOException {
        try (StoredFile file = workspace.open(path)) {
            return new String(Channels.newInputStream(file.channel()).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection to a server. */
    static Site of(Client client) {
        return (step, path, argument) -> {
            try {
                return result(client.perform(request(step, path, argument)));
            } catch (RefusedException e) {
                return Step.refused(e.code() == ErrorCode.DIRECTORY_NOT_EMPTY ? "NOT_EMPTY" : e.code().name());
            }
        };
    }

    private static Request request(Step step, String path, String argument) {
        return switch (step.verb()) {
            case CREATE, REPLACE -> new Request.Upload(path, Body.of(argument.getBytes(StandardCharsets.UTF_8)),
                    step.verb() == Step.Verb.REPLACE);
            case TOUCH -> new Request.Touch(path);
            case READ -> new Request.Download(path);
            case SIZE -> new Request.Size(path);
            case LIST -> new Request.ListDirectory(path);
            case MOVE -> new Request.Move(path, argument);
            case REMOVE -> new Request.Remove(path);
            case MAKE_DIRECTORY -> new Request.MakeDirectory(path);
            case LOOK -> throw new IllegalArgumentException("nobody asks for " + step);
        };
    }

    private static String result(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Content(Body body) -> {
                var bytes = new ByteArrayOutputStream();
                try (body) {
                    body.copyTo(Channels.newChannel(bytes));
                }
                yield bytes.toString(StandardCharsets.UTF_8);
            }
            case Reply.Size(long size) -> Long.toString(size);
            case Reply.Listing(var entries) -> entries.stream()
                    .map(entry -> entry.name() + (entry.directory() ? "/" : "")).collect(Collectors.joining(" "));
            case Reply.Done _ -> "ok";
            default -> reply.toString();
        };
    }
}
