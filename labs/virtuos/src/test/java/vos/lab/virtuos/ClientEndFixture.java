package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** A client's end that talks to servers whose bytes are written down. */
abstract class ClientEndFixture {
    static final String HELLO = "hello vos/1\n";
    static final String STRICT = "Welcome to the server!\n|vos/1 ls cd\n|";
    static final String PUBLISHED = "Welcome to the server!\n|Unknown command.\n|";
    static final Duration PATIENCE = Duration.ofSeconds(10);

    final List<ScriptedTransport> connections = new ArrayList<>();
    int opened;

    /** A client of a server that says this, segment by segment between bars, on one connection after another. */
    VirtuosClientEnd client(String... answers) throws IOException {
        for (String answer : answers) {
            connections.add(ScriptedTransport.reading(answer.split("\\|")).thenSilence());
        }
        return open();
    }

    VirtuosClientEnd open() throws IOException {
        var options = WireOptions.DEFAULTS.withPatience(PATIENCE);
        var end = new VirtuosClientEnd(() -> new Wire(connections.get(opened++), options));
        assertEquals("Welcome to the server!", end.open());
        return end;
    }

    String said(int connection) {
        String said = Bytes.text(connections.get(connection).written());
        assertTrue(said.startsWith(HELLO), said);
        return said.substring(HELLO.length());
    }

    static String content(Reply reply) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Body body = assertInstanceOf(Reply.Content.class, reply).body()) {
            body.copyTo(Channels.newChannel(bytes));
        }
        return Bytes.text(bytes.toByteArray());
    }

    static void upload(VirtuosClientEnd client, String name, Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file)) {
            assertEquals(new Reply.Done(),
                    client.perform(new Request.Upload(name, Body.of(content, content.size()), true)));
        }
    }
}
