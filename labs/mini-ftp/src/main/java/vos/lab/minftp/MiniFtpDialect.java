package vos.lab.minftp;

import static vos.protocol.Operation.CHANGE_DIRECTORY;
import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.MAKE_DIRECTORY;
import static vos.protocol.Operation.MOVE;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.REMOVE;
import static vos.protocol.Operation.SIZE;
import static vos.protocol.Operation.UPLOAD;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** The mini-FTP variant, as {@code specs/mini-ftp.md} states it. */
public final class MiniFtpDialect implements Dialect {
    static final Vocabulary VOCABULARY = new Vocabulary("Enter Your Command : ", List.of(
            new Verb("cd", CHANGE_DIRECTORY, "DIR", "change the current directory on the server; .. leads up"),
            new Verb("mkdir", MAKE_DIRECTORY, "NAME", "make a directory on the server"),
            new Verb("rm", REMOVE, "NAME", "remove a file or an empty directory from the server"),
            new Verb("ul", UPLOAD, "FILE [NAME]", "send a local file to the server"),
            new Verb("dl", DOWNLOAD, "NAME [FILE]", "fetch a file from the server"),
            new Verb("info", SIZE, "NAME", "show the size of a file on the server, in bytes"),
            new Verb("mv", MOVE, "NAME DEST", "move into DEST if it is a directory, or else rename to it"),
            new Verb("exit", QUIT, "", "end the session")));

    private final RandomGenerator random;

    /** Tokens that nobody can guess. */
    public MiniFtpDialect() {
        this(new SecureRandom());
    }

    /** Tokens from {@code random}, for a conversation that shall be repeated. */
    public MiniFtpDialect(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String id() {
        return "mini-ftp";
    }

    @Override
    public String title() {
        return "Python socket file sharing (mini-FTP)";
    }

    @Override
    public String framing() {
        return "a random 10-byte token a connection, sent after every message";
    }

    @Override
    public int defaultPort() {
        return 65438;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new MiniFtpServerEnd(wire, session, Token.random(random));
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new MiniFtpClientEnd(connector);
    }
}
