package vos.protocol;

import java.nio.channels.WritableByteChannel;

/**
 * What a client can ask for, the same for all dialects; no dialect has a command for all of them.
 *
 * <p>Paths are as the client wrote them: relative to its current directory, or absolute from the root of its workspace.
 * They have not been checked: that is the workspace's work.
 */
public sealed interface Request {

    /**
     * Let me in. Answered by {@link Reply.Done}, or else by {@link ErrorCode#NOT_AUTHENTICATED} or
     * {@link ErrorCode#TOO_MANY_ATTEMPTS}. Whoever answers need not close the password.
     */
    record Login(String user, Secret password) implements Request {
    }

    /** What is in a directory? An empty path means the current one. Answered by {@link Reply.Listing}. */
    record ListDirectory(String path) implements Request {
    }

    /** Go there. Answered by {@link Reply.Directory}. */
    record ChangeDirectory(String path) implements Request {
    }

    /** Where am I? Answered by {@link Reply.Directory}. */
    record WhereAmI() implements Request {
    }

    /** Make a directory. Answered by {@link Reply.Done}. */
    record MakeDirectory(String path) implements Request {
    }

    /** Remove a file or an empty directory. Answered by {@link Reply.Done}. */
    record Remove(String path) implements Request {
    }

    /** Make an empty file unless it is there. Answered by {@link Reply.Done}. */
    record Touch(String path) implements Request {
    }

    /** Move {@code from} into the directory {@code to}, or else give it that name. Answered by {@link Reply.Done}. */
    record Move(String from, String to) implements Request {
    }

    /** How many bytes does it have? Answered by {@link Reply.Size}. */
    record Size(String path) implements Request {
    }

    /**
     * Store this content under this name. Answered by {@link Reply.Done} when it is there, complete.
     *
     * @param mayReplace whether a file that has this name already is replaced, or this is refused
     */
    record Upload(String path, Body content, boolean mayReplace) implements Request {
    }

    /** Send a file's content. Answered by {@link Reply.Content}. */
    record Download(String path) implements Request {
    }

    /** Send a file's first bytes, {@code limit} at most. Answered by {@link Reply.Content}. */
    record Preview(String path, int limit) implements Request {
        /** How many bytes people are shown, as published. */
        public static final int USUAL = 1024;

        /** Refuses what makes no sense. */
        public Preview {
            if (limit < 0) {
                throw new IllegalArgumentException("a preview of " + limit + " bytes");
            }
        }
    }

    /**
     * Run this command line, without its line end, and put what it prints into {@code output} while it runs; this is
     * an upload's mirror, which brings along where to take its content from. Answered by {@link Reply.Exit}.
     *
     * @param output blocks while the other side does not read; stays open
     */
    record CommandLine(String line, WritableByteChannel output) implements Request {
    }

    /** May we speak the strict form? Answered by {@link Reply.Welcome}. */
    record Hello(String version) implements Request {
    }

    /** Good bye. Answered by {@link Reply.Goodbye}. */
    record Quit() implements Request {
    }

    /** A command that the dialect does not have. Answered by {@link ErrorCode#UNSUPPORTED}. */
    record Unknown(String command) implements Request {
    }

    /** A message that is framed well and still makes no sense. Answered by {@link ErrorCode#MALFORMED}. */
    record Malformed(String reason) implements Request {
    }
}
