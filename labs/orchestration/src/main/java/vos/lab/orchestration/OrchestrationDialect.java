package vos.lab.orchestration;

import static vos.protocol.Operation.DOWNLOAD;
import static vos.protocol.Operation.LIST;
import static vos.protocol.Operation.PREVIEW;
import static vos.protocol.Operation.QUIT;
import static vos.protocol.Operation.REMOVE;
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

/** The orchestration variant, as {@code specs/orchestration.md} states it. */
public final class OrchestrationDialect implements Dialect {
    static final Vocabulary VOCABULARY = new Vocabulary(
            "Enter command (upload/download/preview/delete/list/exit): ", List.of(
            new Verb("upload", UPLOAD, "FILE [NAME]", "send a local file to the server"),
            new Verb("download", DOWNLOAD, "NAME [FILE]", "fetch a file from the server"),
            new Verb("preview", PREVIEW, "NAME", "show the first 1024 bytes of a file on the server"),
            new Verb("delete", REMOVE, "NAME", "remove a file or an empty directory from the server"),
            new Verb("list", LIST, "[DIR]", "list your files on the server"),
            new Verb("exit", QUIT, "", "end the session")));

    @Override
    public String id() {
        return "orchestration";
    }

    @Override
    public String title() {
        return "Distributed file orchestration and synchronization";
    }

    @Override
    public String framing() {
        return "the two take turns; files go up in chunks, each of which is acknowledged";
    }

    @Override
    public int defaultPort() {
        return 5000;
    }

    @Override
    public boolean needsLogin() {
        return true;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new OrchestrationServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new OrchestrationClientEnd(connector);
    }
}
