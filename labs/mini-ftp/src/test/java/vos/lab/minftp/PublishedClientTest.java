package vos.lab.minftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;
import vos.testing.Together;

/** Our server and a client that reads and writes as the published one does, over real sockets. */
class PublishedClientTest {
    @TempDir
    private Path root;
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new MiniFtpDialect());
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private TokenPeer connect() throws IOException {
        var client = new TokenPeer(new PublishedPeer(served.socket()));
        client.shakeHands();
        return client;
    }

    @Test
    void theTokenAndTheWelcomeAreTwoReads() throws IOException {
        Files.createDirectory(root.resolve("subdir1"));
        Files.writeString(root.resolve("file.txt"), "hi\n");
        try (var client = new TokenPeer(new PublishedPeer(served.socket()))) {
            assertEquals("Current Directory: /:\n|\n-- subdir1\n-- file.txt", client.shakeHands());
            assertTrue(client.token().matches("<[A-Za-z0-9]{8}>"), client.token());
        }
    }

    @Test
    void filesOfEverySizeAreUploadedWholeAndMeasured() throws Exception {
        Together.forEach(PublishedPeer.SIZES, size -> {
            try (TokenPeer client = connect()) {
                client.send("ul f" + size);
                client.send(Bytes.noise(size));
                assertEquals("/", client.hear());
                assertArrayEquals(Bytes.noise(size), Files.readAllBytes(root.resolve("f" + size)));
                client.send("info f" + size);
                assertEquals(Integer.toString(size), client.hear());
                assertEquals("/", client.hear());
            }
        });
    }

    @Test
    void filesOfEverySizeAreDownloadedWhole() throws Exception {
        for (int size : PublishedPeer.SIZES) {
            Files.write(root.resolve("f" + size), Bytes.noise(size));
        }
        Together.forEach(PublishedPeer.SIZES, size -> {
            try (TokenPeer client = connect()) {
                client.send("dl f" + size);
                assertArrayEquals(Bytes.noise(size), client.receive(), "size " + size);
                assertEquals("/", client.hear());
            }
        });
    }

    @Test
    void aSessionLikeTheReadmesOwn() throws IOException {
        try (TokenPeer client = connect()) {
            assertEquals("/", client.command("mkdir test_dir"));
            assertEquals("/test_dir", client.command("cd test_dir"));
            client.send("ul jellyfish.jpg");
            client.send(Bytes.noise(3000));
            assertEquals("/test_dir", client.hear());
            assertEquals("/test_dir", client.command("mv jellyfish.jpg medusa.jpg"));
            assertEquals("/", client.command("cd .."));
            assertEquals("/", client.command("rm test_dir/medusa.jpg"));
            assertEquals("/", client.command("rm test_dir"));
        }
        assertEquals(0, Files.list(root).count());
    }

    @Test
    void whatFailsIsShownWhereThePublishedClientShowsSomethingAndDoesNotHangIt() throws IOException {
        try (TokenPeer client = connect()) {
            assertEquals("/\nERROR not-found: \"/nosuch\" does not exist", client.command("cd nosuch"));
            for (String command : List.of("info nosuch", "dl nosuch")) {
                client.send(command);
                assertEquals("", client.hear());
                assertEquals("/\nERROR not-found: \"/nosuch\" does not exist", client.hear());
            }
            client.send("ul nosuch/x");
            client.send(Bytes.noise(100_000));
            assertEquals("/\nERROR not-found: \"/nosuch\" does not exist", client.hear());
            assertEquals("/", client.command("mkdir still_alive"));
        }
    }

    @Test
    void oneClientsDirectoryIsNotAnothers() throws IOException {
        Files.createDirectory(root.resolve("a"));
        try (TokenPeer one = connect(); TokenPeer other = connect()) {
            assertEquals("/a", one.command("cd a"));
            assertEquals("/", other.command("mkdir b"));
            assertTrue(Files.isDirectory(root.resolve("b")));
        }
    }
}
