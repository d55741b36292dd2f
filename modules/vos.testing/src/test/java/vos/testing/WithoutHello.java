package vos.testing;

import java.io.IOException;
import java.util.Optional;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Wire;

/** A dialect whose server takes a hello for a command that it does not have: both ends keep to the published form. */
record WithoutHello(Dialect dialect) implements Dialect {
    @Override
    public String id() {
        return dialect.id();
    }

    @Override
    public String title() {
        return dialect.title();
    }

    @Override
    public String framing() {
        return dialect.framing();
    }

    @Override
    public int defaultPort() {
        return dialect.defaultPort();
    }

    @Override
    public boolean needsLogin() {
        return dialect.needsLogin();
    }

    @Override
    public Vocabulary vocabulary() {
        return dialect.vocabulary();
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        ServerEnd end = dialect.serverEnd(wire, session);
        return new ServerEnd() {
            @Override
            public void greet() throws IOException {
                end.greet();
            }

            @Override
            public Optional<Request> receive() throws IOException {
                return end.receive().map(request -> request instanceof Request.Hello(String version)
                        ? new Request.Unknown("hello " + version) : request);
            }

            @Override
            public void reply(Request request, Reply reply) throws IOException {
                end.reply(request, reply);
            }
        };
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return dialect.clientEnd(connector);
    }
}
