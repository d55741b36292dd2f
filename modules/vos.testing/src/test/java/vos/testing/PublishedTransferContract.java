package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.Dialect;

/**
 * Our client and our server in the published form, with the pauses that both would owe to a published program. For
 * dialects whose hello is a command that a published server simply does not have.
 */
public abstract class PublishedTransferContract {
    private static final int ATTEMPTS = 5;

    @TempDir
    private Path root;
    @TempDir
    private Path here;

    /** The dialect in which the files go up and down. */
    protected abstract Dialect dialect();

    @Test
    void filesOfTheSizesThatHurtArriveWhole() throws Exception {
        try (var served = new ServedDirectory(root, new WithoutHello(dialect()))) {
            Together.forEach(PublishedPeer.SIZES, size -> {
                try (Client client = served.client()) {
                    assertFalse(client.strict());
                    upAndDown(served, client, size);
                }
            });
        }
    }

    private void upAndDown(ServedDirectory served, Client client, int size) throws IOException {
        byte[] content = Bytes.noise(size);
        Path file = Files.write(here.resolve("up" + size), content);
        Path copy = here.resolve("down" + size);
        upload(client, file, "f" + size);
        assertArrayEquals(content, Files.readAllBytes(served.workspace().resolve("f" + size)), size + " as stored");
        client.download("f" + size, copy, Progress.NONE);
        assertArrayEquals(content, Files.readAllBytes(copy), size + " as it came back");
    }

    /**
     * On a busy machine a name and its content may be joined in spite of the pause between them. A server that notices
     * says so, and has stored nothing.
     */
    private static void upload(Client client, Path file, String name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                client.upload(file, name, true, Progress.NONE);
                return;
            } catch (RefusedException e) {
                if (attempt == ATTEMPTS || !e.getMessage().contains("came as one message")) {
                    throw e;
                }
            }
        }
    }
}
