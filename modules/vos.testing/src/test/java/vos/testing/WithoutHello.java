package vos.testing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Wire;

/**
 * A dialect whose server does not know a hello, so that both ends keep to the published form.
 *
 * @param dialect what both ends speak
 * @param taken what the server takes a hello for; nothing, if it then leaves
 */
public record WithoutHello(Dialect dialect, Function<Request.Hello, Optional<Request>> taken) implements Dialect {

    /** A server that takes it for a command that it does not have. */
    public WithoutHello(Dialect dialect) {
        this(dialect, hello -> Optional.of(new Request.Unknown("hello " + hello.version())));
    }

    /** A server that leaves without a word. */
    public static WithoutHello leaving(Dialect dialect) {
        return new WithoutHello(dialect, hello -> Optional.empty());
    }

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
                return end.receive().flatMap(request -> request instanceof Request.Hello hello
                        ? taken.apply(hello) : Optional.of(request));
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
