package vos.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong with a request, the same for all dialects {@code [COM-4.1]}. Each constant has a word for the wire,
 * a sentence for people, and says whether the operation certainly did not happen.
 */
public enum ErrorCode {
    /** A name that does not exist. */
    NOT_FOUND("there is no such file or directory", true),
    /** A name that exists and must not. */
    ALREADY_EXISTS("the name is taken", true),
    /** A file where a directory is needed. */
    NOT_A_DIRECTORY("this is not a directory", true),
    /** A directory where a file is needed. */
    IS_A_DIRECTORY("this is a directory", true),
    /** A directory that has entries and was to be removed or replaced. */
    DIRECTORY_NOT_EMPTY("the directory is not empty", true),
    /** A path that leads out of the workspace. */
    OUTSIDE_THE_WORKSPACE("the path leads outside the workspace", true),
    /** A name that the workspace does not accept. */
    INVALID_NAME("the name cannot be used", true),
    /** The host does not allow it. */
    DENIED("the server may not do that here", true),
    /** The workspace has used up what it may hold. */
    QUOTA_EXCEEDED("the workspace is full", true),
    /** The disk is full. */
    NO_SPACE("the server's disk is full", true),
    /** More than a limit of the server allows. */
    TOO_LARGE("this is larger than the server allows", true),
    /** A request that needs a login first. */
    NOT_AUTHENTICATED("log in first", true),
    /** Too many failed logins. */
    TOO_MANY_ATTEMPTS("too many attempts", true),
    /** A request that this server or this dialect does not know. */
    UNSUPPORTED("the command is not known here", true),
    /** A request that is not of the dialect's grammar. */
    MALFORMED("the message could not be understood", true),
    /** The server has no room for this now. */
    BUSY("the server is busy, try again later", true),
    /** A defect or failure of the server; whether the operation happened is unknown. */
    INTERNAL("the server failed", false);

    private final String sentence;
    private final boolean certainlyNotDone;

    ErrorCode(String sentence, boolean certainlyNotDone) {
        this.sentence = sentence;
        this.certainlyNotDone = certainlyNotDone;
    }

    /** What people are told, a clause without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether the operation certainly did not happen, so that the request can be made again without harm. */
    public boolean certainlyNotDone() {
        return certainlyNotDone;
    }

    /** The word for the wire: lower case, words joined by hyphens, for example {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code that has this word, if there is one. */
    public static Optional<ErrorCode> ofWord(String word) {
        return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
    }
}
