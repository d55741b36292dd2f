package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Secret;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What the client's end talks to in tests: connections whose other side is written down. */
final class ScriptedServer {
    private static final WireOptions OPTIONS = WireOptions.DEFAULTS.withPatience(Duration.ofSeconds(10));

    private final List<ScriptedTransport> connections = new ArrayList<>();
    private int opened;

    /** The next connection but those that are there already. */
    void willConnect(ScriptedTransport connection) {
        connections.add(connection);
    }

    /** A client's end that has been opened on this connection. */
    OrchestrationClientEnd connected(ScriptedTransport connection) throws IOException {
        connections.add(opened, connection);
        var end = new OrchestrationClientEnd(() -> new Wire(connections.get(opened++), OPTIONS));
        end.open();
        return end;
    }

    /** All that was said to the server on one of the connections. */
    String said(int connection) {
        return Bytes.text(connections.get(connection).written());
    }

    /** What each write on one of them carried. */
    List<String> writes(int connection) {
        return connections.get(connection).writes();
    }

    static Request login() {
        return login("ann", "secret");
    }

    static Request login(String user, String password) {
        return new Request.Login(user, Secret.of(Bytes.of(password)));
    }

    static Request upload(String name, String content) {
        return new Request.Upload(name, Body.of(Bytes.of(content)), true);
    }

    /** The content of a reply, to its end. */
    static String content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = assertInstanceOf(Reply.Content.class, reply, reply::toString).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return Bytes.text(bytes.toByteArray());
    }
}
