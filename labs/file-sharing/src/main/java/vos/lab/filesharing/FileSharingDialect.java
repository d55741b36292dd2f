package vos.lab.filesharing;

import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.UPLOAD;

import java.util.List;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** The file-sharing variant, as {@code specs/file-sharing.md} states it. */
public final class FileSharingDialect implements Dialect {
    static final Vocabulary VOCABULARY = new Vocabulary("> ", List.of(
            new Verb("upload", UPLOAD, "FILE [NAME]", "send a local file to the server, where its name must be free"),
            new Verb("download", DOWNLOAD, "NAME [FILE]", "fetch a file from the server"),
            new Verb("exit", QUIT, "", "end the session")));

    @Override
    public String id() {
        return "file-sharing";
    }

    @Override
    public String title() {
        return "File sharing application";
    }

    @Override
    public String framing() {
        return "one connection a request; the body ends when the connection does";
    }

    @Override
    public int defaultPort() {
        return 2222;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new FileSharingServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new FileSharingClientEnd(connector);
    }
}
