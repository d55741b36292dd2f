package vos.lab.netstring;

import java.util.List;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Vocabulary.Verb;
import vos.protocol.Wire;

/** Files as netstrings: a protocol that nobody has published. */
public final class NetstringDialect implements Dialect {
    @Override
    public String id() {
        return "netstring";
    }

    @Override
    public String title() {
        return "A variant of somebody else's";
    }

    @Override
    public String framing() {
        return "its length in digits and a colon before it, a comma behind it";
    }

    @Override
    public int defaultPort() {
        return 7001;
    }

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary("netstring> ", List.of(
                new Verb("put", Operation.UPLOAD, "FILE [NAME]", "send a local file"),
                new Verb("get", Operation.DOWNLOAD, "NAME [FILE]", "fetch a file"),
                new Verb("bye", Operation.QUIT, "", "end the session")));
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        return new NetstringServerEnd(wire);
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return new NetstringClientEnd(connector);
    }
}
