package vos.lab.minftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.PeerGoneException;
import vos.protocol.Request;
import vos.testing.PublishedPeer;
import vos.testing.Together;

/** Our client and a server that reads, writes and fails as the published one does, over real sockets. */
class PublishedServerTest {
    @TempDir
    private Path here;

    private static MiniFtpImitation server() throws IOException {
        var random = new Random(3);
        return new MiniFtpImitation(() -> Token.random(random));
    }

    private static Client connect(MiniFtpImitation server) throws IOException {
        return Client.connect(new MiniFtpDialect(), "127.0.0.1", server.port(),
                ClientOptions.DEFAULTS.withPatience(Duration.ofSeconds(1)));
    }

    @Test
    void itIsKnownByItsAnswerToHello() throws IOException {
        try (MiniFtpImitation server = server(); Client client = connect(server)) {
            assertFalse(client.strict());
            assertEquals("Current Directory: /srv:\n|\n-- \n-- ", client.greeting());
            assertEquals(List.of("hello vos/1"), server.commands);
        }
    }

    @Test
    void filesOfEverySizeGoUpAndDown() throws Exception {
        try (MiniFtpImitation server = server()) {
            Together.forEach(PublishedPeer.SIZES, size -> {
                Path file = Files.write(here.resolve("f" + size), Bytes.noise(size));
                Path copy = here.resolve("copy" + size);
                try (Client client = connect(server)) {
                    client.upload(file, "f" + size, true, Progress.NONE);
                    client.download("f" + size, copy, Progress.NONE);
                }
                assertArrayEquals(Bytes.noise(size), server.files.get("f" + size), "uploaded " + size);
                assertArrayEquals(Bytes.noise(size), Files.readAllBytes(copy), "downloaded " + size);
            });
        }
    }

    @Test
    void aFailureOfItsSilentKindEndsInASentenceAndLeavesNoFile() throws IOException {
        try (MiniFtpImitation server = server(); Client client = connect(server)) {
            var gone = assertThrows(PeerGoneException.class,
                    () -> client.download("nosuch", here.resolve("nosuch"), Progress.NONE));

            assertTrue(gone.getMessage().contains("falls silent when a command fails"), gone.getMessage());
            assertEquals(0, Files.list(here).count());
            client.perform(new Request.MakeDirectory("next"));
            assertEquals(List.of("hello vos/1", "info nosuch", "(silent)", "hello vos/1", "cd /srv", "mkdir next"),
                    server.commands);
        }
    }

    @Test
    void namesWithSpacesAreRefusedOnThisSide() throws IOException {
        try (MiniFtpImitation server = server(); Client client = connect(server)) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.perform(new Request.MakeDirectory("my files")));

            assertTrue(refused.getMessage().contains("ends at its first space"), refused.getMessage());
            assertEquals(List.of("hello vos/1"), server.commands);
        }
    }

    /** {@code [MFTP-7.3]}: the content holds the first connection's token, and not the second's. */
    @Test
    void aContentThatHoldsTheTokenGoesUpOnAnotherConnection() throws IOException {
        Iterator<Token> tokens = List.of(new Token("<AAAAAAAA>"), new Token("<BBBBBBBB>")).iterator();
        byte[] content = Bytes.of("one <AAAAAAAA> two");
        Path file = Files.write(here.resolve("a"), content);
        try (var server = new MiniFtpImitation(tokens::next); Client client = connect(server)) {
            client.upload(file, "a", true, Progress.NONE);

            assertArrayEquals(content, server.files.get("a"));
            assertEquals(List.of("hello vos/1", "hello vos/1", "cd /srv", "ul a"), server.commands);
            await("the first connection is closed").until(() -> server.over() == 1);
        }
    }
}
