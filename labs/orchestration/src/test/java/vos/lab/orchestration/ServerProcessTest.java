package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.testing.ServerProcessContract;
import vos.testing.TestUser;

/** The server as a process, killed in the middle of a published client's upload. */
class ServerProcessTest extends ServerProcessContract {
    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }

    @Override
    protected Class<?> launcher() {
        return OrchestrationLab.class;
    }

    @Override
    protected void beginUpload(Socket client, String name) throws IOException {
        say(client, TestUser.NAME + "\n" + TestUser.PASSWORD + "\n",
                "Username: Password: Authentication successful." + Talk.PROMPT);
        say(client, "upload", "Ready to receive the filename.");
        say(client, name, "Ready to receive file data.");
        say(client, "half of the new fi", "Chunk received.");
    }

    private static void say(Socket client, String words, String answer) throws IOException {
        client.getOutputStream().write(Bytes.of(words));
        assertEquals(answer, Bytes.text(client.getInputStream().readNBytes(answer.length())));
    }
}
