package vos.lab.cloudfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.testing.Together;

/** Our client and a server that reads, writes and fails as the published one does, over real sockets. */
class PublishedServerTest {
    private static final String README = "C:\\Users\\Admin\\Desktop\\MY STUFFS\\CSC 574\\CSC 574 Assignment_1.pdf";

    @TempDir
    private Path here;

    private static Client connect(PublishedServer server) throws IOException {
        return Client.connect(new CloudFsDialect(), "127.0.0.1", server.port(),
                ClientOptions.DEFAULTS.withPatience(Duration.ofSeconds(1)));
    }

    private static String run(Client client, String line) throws IOException {
        var output = new ByteArrayOutputStream();
        assertEquals(new Reply.Exit(OptionalInt.empty()),
                client.perform(new Request.CommandLine(line, Channels.newChannel(output))));
        return Bytes.text(output.toByteArray());
    }

    private Path local(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(here, "local", ""), content);
    }

    @Test
    void itIsKnownByItsAnswerToHello() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            assertFalse(client.strict());
            assertEquals(2, server.messages.size(), server.messages::toString);
            assertEquals("HELLO vos/1", server.messages.getFirst());
            assertTrue(server.messages.getLast().matches("vos-[A-Za-z0-9]{8}"), server.messages::toString);
        }
    }

    @Test
    void filesOfEverySizeGoUpAndDown() throws Exception {
        try (PublishedServer server = new PublishedServer()) {
            Together.forEach(PublishedClientTest.SIZES, size -> {
                Path copy = here.resolve("copy" + size);
                try (Client client = connect(server)) {
                    client.upload(local(Bytes.noise(size)), "f" + size, true, Progress.NONE);
                    assertTrue(server.holds("f" + size, Bytes.noise(size)), "uploaded " + size);
                    client.download("f" + size, copy, Progress.NONE);
                    assertArrayEquals(Bytes.noise(size), Files.readAllBytes(copy), "downloaded " + size);
                    assertEquals("[+] Command executed.\n", run(client, "mkdir still_in_step"));
                }
            });
        }
    }

    @Test
    void aSessionLikeTheReadmesOwn() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            client.upload(local(Bytes.noise(3000)), README, true, Progress.NONE);
            assertEquals(README + "\n", run(client, "ls"));
            client.download(README, here.resolve("copy"), Progress.NONE);
            assertEquals("[+] Command executed.\n", run(client, "mkdir newfolder"));
            client.perform(new Request.Quit());
            assertEquals(List.of("HELLO vos/1", "UPLOAD " + README, "ls", "DOWNLOAD " + README, "mkdir newfolder"),
                    server.asked());
        }
        assertArrayEquals(Bytes.noise(3000), Files.readAllBytes(here.resolve("copy")));
    }

    /** The published client hangs here, as the published server says nothing at all. */
    @Test
    void aCommandThatFailsWithoutAWordIsAnswered() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            assertEquals("", run(client, "false"));
            assertEquals("[+] Command executed.\n", run(client, "mkdir next"));
        }
    }

    /** The published client is out of step behind 2,048 bytes. */
    @Test
    void anOutputOfAMebibyteIsWhole() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            server.files.put("large", Bytes.noise(1 << 20));
            assertEquals(Bytes.text(Bytes.noise(1 << 20)), run(client, "cat large"));
            assertEquals("large\n", run(client, "ls"));
        }
    }

    /** {@code [CLOUD-7.4]}: the published client keeps the beginning, and takes the rest for answers. */
    @Test
    void aFileThatHoldsTheSentinelIsFetchedWhole() throws IOException {
        byte[] content = Bytes.of("one __END__ two __END__");
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            server.files.put("a", content);
            client.download("a", here.resolve("copy"), Progress.NONE);
            assertEquals("a\n", run(client, "ls"));
        }
        assertArrayEquals(content, Files.readAllBytes(here.resolve("copy")));
    }

    @Test
    void aMissingFileIsAnErrorAndLeavesNoLocalOne() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.download("nosuch", here.resolve("nosuch"), Progress.NONE));
            assertEquals("the server has no file \"nosuch\"", refused.getMessage());
            assertEquals("", run(client, "ls"));
        }
        assertFalse(Files.exists(here.resolve("nosuch")));
    }

    /** {@code [CLOUD-7.5]}: the published client says that it was uploaded. */
    @Test
    void anUploadThatTheServerDiesOfIsNotReportedAsDone() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            var gone = assertThrows(PeerGoneException.class,
                    () -> client.upload(local(Bytes.of("content")), "nosuch/x", true, Progress.NONE));
            assertTrue(gone.getMessage().contains("for ever when it cannot write"), gone.getMessage());
            assertEquals("[+] Command executed.\n", run(client, "mkdir next"), "on another connection");
        }
    }

    @Test
    void aContentThatHoldsTheSentinelIsRefusedOnThisSide() throws IOException {
        try (PublishedServer server = new PublishedServer(); Client client = connect(server)) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.upload(local(Bytes.of("a__END__b")), "a", true, Progress.NONE));
            assertTrue(refused.getMessage().startsWith("the file holds __END__"), refused.getMessage());
            assertEquals(List.of("HELLO vos/1"), server.asked());
        }
    }
}
