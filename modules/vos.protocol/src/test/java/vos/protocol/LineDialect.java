package vos.protocol;

import static vos.protocol.Operation.CHANGE_DIRECTORY;
import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.LIST;
import static vos.protocol.Operation.MAKE_DIRECTORY;
import static vos.protocol.Operation.MOVE;
import static vos.protocol.Operation.PREVIEW;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.REMOVE;
import static vos.protocol.Operation.SIZE;
import static vos.protocol.Operation.TOUCH;
import static vos.protocol.Operation.UPLOAD;
import static vos.protocol.Operation.WHERE_AM_I;

import java.util.List;
import vos.protocol.Vocabulary.Verb;

/**
 * The smallest complete dialect, with a command for every operation: the example of how to add a variant, and what the
 * tests of the modules above speak. This class, {@link LineServerEnd} and {@link LineClientEnd} are all that it takes.
 *
 * <p>Everything said is a line of words with tabs between them, so that names may hold spaces. The server says
 * {@code READY}. A command is its word and its arguments; behind the line of {@code put}, or of {@code add}, which does
 * not replace, follow as many bytes as its last word tells. The answer is one of these:
 *
 * <ul>
 * <li>{@code OK}, and behind it the value that was asked for. The value of a content is its length in bytes, and the
 *     bytes follow the line; that of a listing is the number of its entries, and each follows on a line of its own, a
 *     directory with a slash at its end.
 * <li>{@code OUT} and a number: so many bytes follow that a command line has printed, and then another answer; the
 *     value behind its {@code OK} is its exit status.
 * <li>{@code ERROR}, the {@link ErrorCode#word}, and what people are told.
 * <li>{@code BYE}, to {@code quit}.
 * </ul>
 *
 * <p>There is one form only, which is strict: nobody has published another.
 */
public class LineDialect implements Dialect {
    private static final Vocabulary VOCABULARY = new Vocabulary("line> ", List.of(
            new Verb("ls", LIST, "[DIR]", "list a directory"),
            new Verb("cd", CHANGE_DIRECTORY, "DIR", "change the current directory"),
            new Verb("pwd", WHERE_AM_I, "", "show the current directory"),
            new Verb("mkdir", MAKE_DIRECTORY, "NAME", "make a directory"),
            new Verb("rm", REMOVE, "NAME", "remove a file or an empty directory"),
            new Verb("touch", TOUCH, "NAME", "make an empty file"),
            new Verb("mv", MOVE, "NAME DEST", "move or rename"),
            new Verb("size", SIZE, "NAME", "show the size of a file"),
            new Verb("put", UPLOAD, "FILE [NAME]", "send a local file"),
            new Verb("get", DOWNLOAD, "NAME [FILE]", "fetch a file"),
            new Verb("head", PREVIEW, "NAME", "show the beginning of a file"),
            new Verb("quit", QUIT, "", "end the session")));

    /** It has no state; one serves everybody. */
    public LineDialect() {
    }

    @Override
    public String id() {
        return "line";
    }

    @Override
    public String title() {
        return "A dialect for tests";
    }

    @Override
    public String framing() {
        return "at its line end; a content, after as many bytes as the line before told";
    }

    @Override
    public int defaultPort() {
        return 7000;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new LineServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new LineClientEnd(connector);
    }

    /** The first word of {@code line}, and all that is behind its tab; empty when there is nothing. */
    static String[] split(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? new String[] {line, ""} : new String[] {line.substring(0, tab), line.substring(tab + 1)};
    }

    /** The number that tells where the next line begins: without it nobody knows. */
    static long number(String digits) throws ProtocolViolation {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new ProtocolViolation("a number of up to 18 digits was expected", Text.encode(digits));
        }
        return Long.parseLong(digits);
    }
}
