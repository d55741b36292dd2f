package vos.lab.cloudfs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Bytes;
import vos.server.Peer;
import vos.server.ServerListener;
import vos.testing.PublishedPeer;
import vos.testing.ServedDirectory;
import vos.testing.Together;

/** Our server and a client that reads and writes as the published one does, over real sockets. */
class PublishedClientTest {
    /** Those that hurt, and one more beyond each of them by a read. */
    static final List<Integer> SIZES = Stream.concat(PublishedPeer.SIZES.stream(),
            IntStream.rangeClosed(2 * 1024 + 1016, 2 * 1024 + 1025).boxed()).toList();
    /** The name of a file in the published README. */
    private static final String README = "C:\\Users\\Admin\\Desktop\\MY STUFFS\\CSC 574\\CSC 574 Assignment_1.pdf";
    private static final String DONE = "[+] Command executed.\n";

    @TempDir
    private Path root;
    private ServedDirectory served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedDirectory(root, new CloudFsDialect());
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private PublishedClient connect() throws IOException {
        return new PublishedClient(served.socket());
    }

    private static String lines(String... lines) {
        return Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The session of the published README, section 5. */
    @Test
    void aSessionLikeTheReadmesOwn() throws IOException {
        Files.writeString(root.resolve("server.py"), "");
        byte[] content = Bytes.noise(3000);
        try (PublishedClient client = connect()) {
            client.upload(README, content);
            assertEquals(lines(README, "server.py"), client.run("ls"));
            assertArrayEquals(content, client.download(README));
            assertEquals(DONE, client.run("mkdir newfolder"));
            assertEquals(DONE, client.run("mkdir testfolder"));
            assertEquals(DONE, client.run("mv \"" + README + "\" newfolder/"));
            assertEquals(lines("newfolder", "server.py", "testfolder"), client.run("ls"));
            assertEquals(DONE, client.run("rm -r testfolder"));
            assertEquals(lines("newfolder", "server.py"), client.run("ls"));
            client.send("!DISCONNECT");
            assertEquals("", client.rest());
        }
        assertArrayEquals(content, Files.readAllBytes(root.resolve("newfolder").resolve(README)));
    }

    @Test
    void filesOfEverySizeAreUploadedWholeAndTheNextCommandIsHeard() throws Exception {
        Together.forEach(SIZES, size -> {
            try (PublishedClient client = connect()) {
                client.upload("f" + size, Bytes.noise(size));
                assertEquals("f" + size + "\n", client.run("ls f" + size), "at once, without a pause");
                assertArrayEquals(Bytes.noise(size), Files.readAllBytes(root.resolve("f" + size)));
            }
        });
    }

    @Test
    void filesOfEverySizeAreDownloadedWhole() throws Exception {
        for (int size : SIZES) {
            Files.write(root.resolve("f" + size), Bytes.noise(size));
        }
        Together.forEach(SIZES, size -> {
            try (PublishedClient client = connect()) {
                assertArrayEquals(Bytes.noise(size), client.download("f" + size), "size " + size);
                assertEquals("still in step\n", client.run("echo still in step"));
            }
        });
    }

    @Test
    void namesThatHoldSpacesQuotesAndBackslashesGoUpAndDown() throws Exception {
        for (String name : List.of("a b", "  a  b  ", "it's", "\"quoted\"", "back\\slash", "tail\\", "späße", "*", "-r",
                "$HOME;`x`|y>z&")) {
            try (PublishedClient client = connect()) {
                client.upload(name, Bytes.of("content of " + name.length()));
                assertEquals("content of " + name.length(), client.downloadText(name));
                assertTrue(Files.exists(root.resolve(name)), name);
            }
        }
    }

    @Test
    void noCommandIsLeftWithoutAnAnswer() throws IOException {
        Files.createDirectory(root.resolve("docs"));
        try (PublishedClient client = connect()) {
            assertEquals("cat: nosuch: No such file or directory\n", client.run("cat nosuch"));
            assertEquals("sh: foo: command not found\n", client.run("foo"));
            assertEquals("sh: upload: command not found\n", client.run("upload x"));
            assertEquals("sh: DOWNLOAD: command not found\n", client.run("DOWNLOAD"));
            assertEquals(DONE, client.run(""));
            assertEquals(DONE, client.run("cd docs"));
            assertEquals("/docs\n", client.run("pwd"));
            assertEquals("File not found.", client.downloadText("nosuch"));
            assertEquals("File not found.", client.downloadText("../docs"));
            assertEquals("File not sent: the path leads outside the workspace.",
                    client.downloadText("../../etc/hostname"));
            client.upload("nosuch/x", Bytes.noise(100_000));
            assertEquals("[!] An upload was refused: not-found: \"/docs/nosuch\" does not exist\n/docs\n",
                    client.run("pwd"));
        }
    }

    @Test
    void aLongOutputDoesNotBringTheClientOutOfStep() throws IOException {
        Files.writeString(root.resolve("numbers"), IntStream.range(0, 2000).mapToObj(i -> i + "\n")
                .collect(Collectors.joining()));
        Files.write(root.resolve("noise"), Bytes.noise(1 << 20));
        try (PublishedClient client = connect()) {
            assertTrue(client.run("cat numbers").endsWith("[!] The output has 8890 bytes and is cut here.\n"));
            assertEquals("one\n", client.run("echo one"));
            assertTrue(client.run("cat noise").endsWith("[!] The output has 1048576 bytes and is cut here.\n"));
            assertEquals("two\n", client.run("echo two"));
        }
    }

    @Test
    void aFileThatHoldsTheSentinelIsNotSentHalf() throws IOException {
        Files.writeString(root.resolve("a"), "one __END__ two");
        try (PublishedClient client = connect()) {
            assertEquals("File not sent: it holds the bytes that end a file on this wire.", client.downloadText("a"));
            assertEquals("a\n", client.run("ls"));
        }
    }

    /** {@code [COM-4.3]} */
    @Test
    void aHeaderThatIsNoLengthIsAnsweredAndTheConnectionIsOver() throws IOException {
        Files.writeString(root.resolve("precious"), "");
        try (PublishedClient client = connect()) {
            client.sendBytes("x".repeat(64) + Frames.frame("rm precious"));

            String said = client.rest();
            assertTrue(said.startsWith("[!] malformed: a header is not a length: \"xxx"), said);
        }
        assertTrue(Files.exists(root.resolve("precious")));
    }

    /** The published server gives its whole machine. */
    @Test
    void theShellIsNotTheMachines() throws IOException {
        try (PublishedClient client = connect()) {
            for (String line : List.of("cat /etc/passwd", "cat ../../../../etc/passwd", "sh -c id", "id", "`id`",
                    "$(id)", "echo x > /tmp/vos-escape", "ls / | cat", "ls; id", "python3 -c 1", "kill 1")) {
                String said = client.run(line);
                assertTrue(said.matches("(?s)(sh|cat): .*(not supported|not found|No such file|Outside).*"),
                        () -> line + " was answered " + said);
            }
        }
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothing() throws IOException {
        Files.writeString(root.resolve("a"), "the old file");
        var gone = new AtomicInteger();
        var counting = new ServerListener() {
            @Override
            public void disconnected(Peer peer, Exception failure) {
                gone.incrementAndGet();
            }
        };
        try (var other = new ServedDirectory(root, new CloudFsDialect(), counting)) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = other.socket()) {
                    socket.getOutputStream().write(Bytes.of(Frames.frame("UPLOAD a") + "half of the new"));
                }
            }
            await("the server has seen them go").until(() -> gone.get() == 20);
        }
        assertEquals("the old file", Files.readString(root.resolve("a")));
        try (var files = Files.list(root)) {
            assertEquals(1, files.count());
        }
    }
}
