package vos.lab.orchestration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;
import vos.server.Peer;
import vos.server.ServerListener;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;
import vos.testing.TestUser;
import vos.testing.Together;

/** Our server and a client that reads and writes as the published one does, over real sockets. */
class PublishedClientTest {
    private final Collection<String> left = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path root;
    private Path home;
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new OrchestrationDialect(), new ServerListener() {
            @Override
            public void disconnected(Peer peer, Exception failure) {
                left.add(String.valueOf(failure));
            }
        });
        home = Files.createDirectories(served.workspace());
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private PublishedClient loggedIn() throws IOException {
        return PublishedClient.loggedIn(served);
    }

    private static String text(byte[] content) {
        return Bytes.text(content);
    }

    private int unfinished() throws IOException {
        try (var files = Files.newDirectoryStream(home, ".vos-*")) {
            int count = 0;
            for (Path file : files) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aWrongPasswordIsAskedForAgain() throws IOException {
        try (var client = new PublishedClient(served)) {
            assertEquals("Authentication failed.", client.logIn(TestUser.NAME, "wrong"));
            assertEquals("Authentication failed.", client.logIn("nobody", TestUser.PASSWORD));
            assertEquals("Authentication successful.", client.logIn(TestUser.NAME, TestUser.PASSWORD));
            client.awaitPrompt();
            assertEquals("FILE_NOT_FOUND", client.delete("nosuch"));
        }
    }

    @Test
    void afterThreeWrongPasswordsTheConnectionIsOver() throws IOException {
        try (var client = new PublishedClient(served)) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertEquals("Authentication failed.", client.logIn(TestUser.NAME, "wrong"));
            }
            assertEquals("", client.toTheEnd());
        }
    }

    @Test
    void filesOfEverySizeAreUploadedWhole() throws Exception {
        Together.forEach(PublishedPeer.SIZES, size -> {
            try (PublishedClient client = loggedIn()) {
                assertEquals("File upload completed successfully.", client.upload("f" + size, Bytes.noise(size)));
            }
            assertArrayEquals(Bytes.noise(size), Files.readAllBytes(home.resolve("f" + size)), "size " + size);
        });
    }

    @Test
    void filesOfEverySizeAreDownloadedWhole() throws Exception {
        for (int size : PublishedPeer.SIZES) {
            Files.write(home.resolve("f" + size), Bytes.noise(size));
        }
        Together.forEach(PublishedPeer.SIZES, size -> {
            try (PublishedClient client = loggedIn()) {
                assertArrayEquals(Bytes.noise(size), client.download("f" + size), "size " + size);
                assertArrayEquals(Bytes.noise(size), client.download("f" + size), "and again, " + size);
            }
        });
    }

    @Test
    void previewsAreTheFirst1024Bytes() throws IOException {
        Files.write(home.resolve("short"), Bytes.noise(700));
        Files.write(home.resolve("long"), Bytes.noise(3000));
        Files.createFile(home.resolve("empty"));
        try (PublishedClient client = loggedIn()) {
            assertArrayEquals(Bytes.noise(700), client.download("PREVIEW short"));
            assertEquals(text(Bytes.noise(3000)).substring(0, 1024), text(client.download("PREVIEW long")));
            assertEquals("", text(client.download("PREVIEW empty")));
        }
    }

    /** The conversation that was recorded between the published programs, which needed a proxy to get through it. */
    @Test
    void aSessionLikeTheRecordedOne() throws IOException {
        try (PublishedClient client = loggedIn()) {
            assertEquals("File upload completed successfully.", client.upload("a.txt", Bytes.of("hello world\n")));
            assertEquals("Ready to receive the filename.", client.ask("upload"));
            client.say("CANCEL_UPLOAD");
            client.awaitPrompt();
            assertEquals("File upload completed successfully.", client.upload("bin.dat", Bytes.noise(2304)));
            assertEquals(text(Bytes.noise(2304)).substring(0, 1024), text(client.download("PREVIEW bin.dat")));
            assertArrayEquals(Bytes.noise(2304), client.download("bin.dat"));
            assertEquals("FILE_NOT_FOUND", text(client.download("nosuch")));
            assertEquals("FILE_DELETED", client.delete("a.txt"));
            assertEquals("FILE_NOT_FOUND", client.delete("a.txt"));
            client.say("exit");
            assertEquals("", client.toTheEnd());
        }
        assertEquals(List.of("bin.dat"), Files.list(home).map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void whatGoesWrongIsSaidAndThePromptFollows() throws IOException {
        Files.createDirectories(home.resolve("docs/inner"));
        Files.writeString(home.resolve("marked"), "one END_OF_FILE two");
        try (PublishedClient client = loggedIn()) {
            assertEquals("ERROR", text(client.download("docs")));
            assertEquals("ERROR", text(client.download("marked")));
            assertEquals("Error: Failed to receive file data.", client.upload("docs", Bytes.noise(5000)));
            assertEquals("Error: Failed to receive file data.", client.upload("nosuch/x", Bytes.noise(5000)));
            assertEquals("Error: Failed to delete file.", client.delete("docs"));
            assertEquals("Invalid command.", client.ask("help"));
            client.awaitPrompt();
            assertEquals("docs/\nmarked\n", client.ask("list"));
            client.awaitPrompt();
        }
    }

    /** {@code [ORCH-4.1]} */
    @Test
    void anotherUsersFilesAreAsIfTheyWereNot() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("user2")).resolve("private"), "not yours");
        Files.writeString(root.resolve("id_passwd.txt"), "user2:secret");
        try (PublishedClient client = loggedIn()) {
            for (String name : List.of("../user2/private", "../user3/private", "/../user2/private", "../id_passwd.txt",
                    "../user2", "..", "PREVIEW ../user2/private")) {
                assertEquals("FILE_NOT_FOUND", text(client.download(name)), name);
                assertEquals("FILE_NOT_FOUND", client.delete(name), name);
            }
            assertEquals("Error: Failed to receive file data.", client.upload("../user2/private", Bytes.of("mine")));
        }
        assertEquals("not yours", Files.readString(root.resolve("user2/private")));
    }

    @Test
    void whoTakesAFileBackLeavesTheOldOne() throws IOException {
        Files.writeString(home.resolve("a"), "old");
        try (PublishedClient client = loggedIn()) {
            assertEquals("Ready to receive the filename.", client.ask("upload"));
            assertEquals("Ready to receive file data.", client.ask("a"));
            assertEquals("Chunk received.", client.ask("half of the new"));
            assertEquals(1, unfinished());
            client.say("UPLOAD_ERROR");
            client.awaitPrompt();
            assertEquals("old", text(client.download("a")));
        }
        assertEquals(0, unfinished());
    }

    @Test
    void whoVanishesWithinAnUploadLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(home.resolve("a"), "old");
        try (PublishedClient client = loggedIn()) {
            client.ask("upload");
            client.ask("a");
            assertEquals("Chunk received.", client.ask("half of the new"));
        }
        await("the temporary file is gone").until(() -> unfinished() == 0);
        assertEquals("old", Files.readString(home.resolve("a")));
    }

    @Test
    void whoVanishesAtThePromptHasLeft() throws IOException {
        loggedIn().close();

        await("the session is over").until(() -> List.copyOf(left).equals(List.of("null")));
    }
}
