package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.stream.Stream;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.Text;
import vos.testing.HostileNamesContract;
import vos.testing.TestUser;

/** The name stands for each {@code @}; in the published form it is a message of its own, behind the command. */
class OrchestrationHostileNamesTest extends HostileNamesContract {
    private static final String LOGIN = TestUser.NAME + "\n" + TestUser.PASSWORD + "\n";
    private static final String GREETING = "Username: Password: Authentication successful." + Talk.PROMPT;
    private static final String HELLO = "hello vos/1\n";
    /** Long enough that the next message is a segment of its own, in milliseconds. */
    private static final int APART = 20;

    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }

    @Override
    protected Stream<String> commands() {
        return Stream.of("upload|@", "download|@", "download|PREVIEW @", "preview|@", "delete|@",
                HELLO + "upload 3 @\nnew", HELLO + "download @\n", HELLO + "preview @\n", HELLO + "delete @\n");
    }

    /** A name for an upload that is blank, or not UTF-8, is answered before anything is asked for. */
    @Override
    protected boolean carries(String command, byte[] name) {
        return super.carries(command, name)
                && !(command.startsWith("upload|") && Text.decode(name).map(String::strip).orElse("").isEmpty());
    }

    @Override
    protected void say(Socket server, String command, byte[] name) throws IOException {
        String[] messages = command.split("\\|");
        String first = LOGIN + messages[0];
        if (messages.length == 1) {
            server.getOutputStream().write(Bytes.of(first.replace("@", Bytes.text(name))));
            return;
        }
        server.getOutputStream().write(Bytes.of(first));
        expect(server, GREETING);
        switch (messages[0]) {
            case "upload" -> expect(server, "Ready to receive the filename.");
            case "delete" -> expect(server, "Enter the filename to delete: ");
            default -> pause();
        }
        server.getOutputStream().write(Bytes.of(messages[1].replace("@", Bytes.text(name))));
    }

    private static void expect(Socket server, String words) throws IOException {
        assertEquals(words, Bytes.text(server.getInputStream().readNBytes(words.length())));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(APART);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
