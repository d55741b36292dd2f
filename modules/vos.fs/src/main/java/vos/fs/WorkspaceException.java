package vos.fs;

import java.io.IOException;
import java.io.Serial;

/**
 * An operation on files that could not be done, in words fit for the client that asked for it.
 *
 * <p>The path and the message name places as the client knows them, {@code "/sub/a.txt" does not exist}, without
 * control characters. They never hold a path of the server's host; the cause, which is for the server's own log, may.
 */
public final class WorkspaceException extends IOException {

    /** Why, for a program. */
    public enum Reason {

        /** Nothing bears the name. */
        NOT_FOUND("does not exist"),

        /** The name is taken. */
        ALREADY_EXISTS("already exists"),

        /** A directory was needed. */
        NOT_A_DIRECTORY("is not a directory"),

        /** Something other than a directory was needed. */
        IS_A_DIRECTORY("is a directory"),

        /** The directory holds something, perhaps something that a listing does not show. */
        NOT_EMPTY("is not empty"),

        /** The path leads out of the workspace, or would have to follow a link. */
        OUTSIDE("leads out of the workspace"),

        /** There can be no such name or path. */
        INVALID_NAME("is not a name that can be given"),

        /** The storage is full, or the server's own share of it is. */
        NO_SPACE("does not fit: no space is left"),

        /** What may be stored here is stored already, or on its way. */
        QUOTA_EXCEEDED("does not fit: the quota is used up"),

        /** No file may be as large. */
        TOO_LARGE("is larger than a file may be"),

        /** It is not allowed. */
        DENIED("may not be touched: permission denied"),

        /** There is no room for this now, but there will be. */
        BUSY("cannot be used now; try again"),

        /** The storage broke down. */
        FAILED("could not be used: the storage failed");

        private final String problem;

        Reason(String problem) {
            this.problem = problem;
        }
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String path;
    private final String problem;

    private WorkspaceException(Reason reason, String path, String problem, Throwable cause) {
        super('"' + Names.shown(path) + "\" " + problem, cause);
        this.reason = reason;
        this.path = Names.escaped(path);
        this.problem = problem;
    }

    /** Says of {@code location} what is usual for {@code reason}. */
    public WorkspaceException(Reason reason, Location location) {
        this(reason, location, reason.problem);
    }

    /** As above, of something that failed underneath. */
    public WorkspaceException(Reason reason, Location location, Throwable cause) {
        this(reason, location.toString(), reason.problem, cause);
    }

    /**
     * Says {@code problem} of {@code location}.
     *
     * @param problem the rest of a sentence that begins with the path: {@code is a symbolic link}
     */
    public WorkspaceException(Reason reason, Location location, String problem) {
        this(reason, location.toString(), problem, null);
    }

    /** There can be no such name or path as the one given. */
    static WorkspaceException invalid(String nameOrPath, String problem) {
        return new WorkspaceException(Reason.INVALID_NAME, nameOrPath, problem, null);
    }

    /** The path as it was typed leads out of the workspace. */
    static WorkspaceException outside(String typed) {
        return new WorkspaceException(Reason.OUTSIDE, typed, Reason.OUTSIDE.problem, null);
    }

    /**
     * The same, told to somebody whose root is {@code top}: what lies below is named from there, and of what lies
     * above nothing is told. A path that does not begin at the root is a name that was refused, which is nobody's
     * secret.
     */
    WorkspaceException seenFrom(Location top) {
        if (!path.startsWith("/")) {
            return this;
        }
        String below = path.startsWith(top + "/") ? path.substring(top.toString().length()) : "/";
        return new WorkspaceException(reason, below, problem, this);
    }

    /** Why, for a program. */
    public Reason reason() {
        return reason;
    }

    /**
     * What the message is about, from the root of the workspace: {@code "/sub/a.txt"}; with
     * {@link Reason#INVALID_NAME} and {@link Reason#OUTSIDE} it may be only the name, or the path as it was typed,
     * that was refused.
     */
    public String path() {
        return path;
    }
}
