package vos.server;

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
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/**
 * The smallest dialect that has a command for everything: lines, and contents behind a line that tells their size. With
 * its two ends it is all that it takes to add a variant.
 *
 * <p>The server says {@code READY}. A command is a line of words, {@code put} and {@code add} are followed by the
 * content; names hold no space. The answer is {@code OK}, which may bring a value, and {@code OK} and a number before a
 * content or a listing; or {@code ERROR code: detail}; or {@code BYE}.
 */
class LineDialect implements Dialect {
    private static final Vocabulary VOCABULARY = new Vocabulary("> ", List.of(
            new Verb("ls", LIST, "[DIR]", "list a directory"),
            new Verb("cd", CHANGE_DIRECTORY, "DIR", "change the current directory"),
            new Verb("pwd", WHERE_AM_I, "", "show the current directory"),
            new Verb("mkdir", MAKE_DIRECTORY, "NAME", "make a directory"),
            new Verb("rm", REMOVE, "NAME", "remove a file or an empty directory"),
            new Verb("touch", TOUCH, "NAME", "make an empty file"),
            new Verb("mv", MOVE, "NAME DEST", "move or rename"),
            new Verb("size", SIZE, "NAME", "show the size of a file"),
            new Verb("put", UPLOAD, "FILE [NAME]", "send a file"),
            new Verb("get", DOWNLOAD, "NAME [FILE]", "fetch a file"),
            new Verb("head", PREVIEW, "NAME BYTES", "show the beginning of a file"),
            new Verb("quit", QUIT, "", "end the session")));

    @Override
    public String id() {
        return "line";
    }

    @Override
    public String title() {
        return "Lines, for tests";
    }

    @Override
    public String framing() {
        return "commands end with their line, contents after as many bytes as were announced";
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
}
