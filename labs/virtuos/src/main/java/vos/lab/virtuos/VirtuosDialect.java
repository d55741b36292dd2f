package vos.lab.virtuos;

import static vos.protocol.Operation.CHANGE_DIRECTORY;
import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.LIST;
import static vos.protocol.Operation.LOCAL_DIRECTORY;
import static vos.protocol.Operation.MAKE_DIRECTORY;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.REMOVE;
import static vos.protocol.Operation.TOUCH;
import static vos.protocol.Operation.UPLOAD;
import static vos.protocol.Operation.WHERE_AM_I;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** The VirtuOS variant, as {@code specs/virtuos.md} states it. */
public final class VirtuosDialect implements Dialect {
    static final Vocabulary VOCABULARY = new Vocabulary("VirtuOS> ", List.of(
            new Verb("ls", LIST, "[DIR]", "list the current directory of the server, or another one"),
            new Verb("cd", CHANGE_DIRECTORY, "DIR", "change the current directory on the server; .. leads up"),
            new Verb("pwd", WHERE_AM_I, "", "show the current directory on the server"),
            new Verb("mkdir", MAKE_DIRECTORY, "NAME", "make a directory on the server"),
            new Verb("rm", REMOVE, "NAME", "remove a file or an empty directory from the server"),
            new Verb("touch", TOUCH, "NAME", "make an empty file on the server"),
            new Verb("mydir", LOCAL_DIRECTORY, "", "show the current directory of this machine, and what is in it"),
            new Verb("upload", UPLOAD, "FILE [NAME]", "send a local file to the server"),
            new Verb("download", DOWNLOAD, "NAME [FILE]", "fetch a file from the server"),
            new Verb("exit", QUIT, "", "end the session"),
            new Verb("quit", QUIT, "", "end the session")));

    /** What ends a file in the published form {@code [VIRT-2.3]}. */
    static final String SENTINEL = "<<EOF>>";

    static byte[] sentinel() {
        return SENTINEL.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String id() {
        return "virtuos";
    }

    @Override
    public String title() {
        return "VirtuOS, a LAN-based virtual operating system";
    }

    @Override
    public String framing() {
        return "commands: one read is one message; files: the sentinel <<EOF>>";
    }

    @Override
    public int defaultPort() {
        return 12345;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new VirtuosServerEnd(wire, session);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new VirtuosClientEnd(connector);
    }
}
