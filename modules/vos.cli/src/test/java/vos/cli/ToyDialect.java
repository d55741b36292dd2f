package vos.cli;

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
 * A dialect for these tests, with a command for every operation. A command is a line of words with tabs between them,
 * and so is an answer; the content of a file follows the line that tells its size.
 */
public class ToyDialect implements Dialect {
    static final Vocabulary VOCABULARY = new Vocabulary("toy> ", List.of(
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
            new Verb("bye", QUIT, "", "end the session")));

    @Override
    public String id() {
        return "toy";
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
        return 4711;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new ToyServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new ToyClientEnd(connector);
    }
}
