package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.client.Progress;
import vos.client.RefusedException;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.testing.PublishedPeer;
import vos.testing.Together;

/** Our client and a server that reads, writes and fails as the published one does, over real sockets. */
class PublishedServerTest {
    @TempDir
    private Path here;
    private VirtuosImitation server;

    @BeforeEach
    void start() throws IOException {
        server = new VirtuosImitation();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Client connect() throws IOException {
        return Client.connect(new VirtuosDialect(), "127.0.0.1", server.port(),
                ClientOptions.DEFAULTS.withPatience(Duration.ofSeconds(5)));
    }

    /** {@code [VIRT-7.1]} */
    @Test
    void itIsKnownByItsAnswerToHello() throws IOException {
        try (Client client = connect()) {
            assertFalse(client.strict());
            assertEquals("Welcome to the server!", client.greeting());
            assertEquals(List.of("hello vos/1"), server.commands);
        }
    }

    @Test
    void filesOfEverySizeGoUpAndDown() throws Exception {
        Together.forEach(PublishedPeer.SIZES, size -> {
            Path file = Files.write(here.resolve("f" + size), Bytes.noise(size));
            try (Client client = connect()) {
                client.upload(file, "f" + size, true, Progress.NONE);
            }
            assertArrayEquals(Bytes.noise(size), server.files.get("f" + size), "uploaded " + size);
        });
        Together.forEach(PublishedPeer.SIZES, size -> {
            Path copy = here.resolve("copy" + size);
            try (Client client = connect()) {
                client.download("f" + size, copy, Progress.NONE);
            }
            assertArrayEquals(Bytes.noise(size), Files.readAllBytes(copy), "downloaded " + size);
        });
    }

    @Test
    void aSessionOfAllCommands() throws IOException {
        server.files.put("t.txt", new byte[0]);
        try (Client client = connect()) {
            assertEquals(new Reply.Directory("/"), client.perform(new Request.WhereAmI()));
            assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("d1")));
            assertEquals(new Reply.Done(), client.perform(new Request.Touch("x.txt")));
            assertEquals(new Reply.Directory("/d1"), client.perform(new Request.ChangeDirectory("d1")));
            assertEquals(new Reply.Listing(List.of(new Entry("t.txt", false))),
                    client.perform(new Request.ListDirectory("")));
            assertEquals(new Reply.Done(), client.perform(new Request.Remove("t.txt")));
            assertEquals(new Reply.Listing(List.of()), client.perform(new Request.ListDirectory("")));
            assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        }
    }

    /** {@code [VIRT-7.5]} */
    @Test
    void aListingOfManyReadsIsWhole() throws IOException {
        IntStream.range(0, 5_000).forEach(i -> server.files.put("a file name of some length %04d".formatted(i),
                new byte[0]));
        try (Client client = connect()) {
            var listing = (Reply.Listing) client.perform(new Request.ListDirectory(""));

            assertEquals(server.files.keySet().stream().toList(), listing.entries().stream().map(Entry::name).toList());
            assertEquals(new Reply.Directory("/"), client.perform(new Request.WhereAmI()), "and nothing is left over");
        }
    }

    @Test
    void whatItRefusesIsRefused() throws IOException {
        try (Client client = connect()) {
            var refused = assertThrows(RefusedException.class, () -> client.perform(new Request.Remove("nosuch")));
            assertEquals(ErrorCode.NOT_FOUND, refused.code());
            assertEquals("Item not found.", refused.getMessage());
            assertThrows(RefusedException.class, () -> client.perform(new Request.ChangeDirectory("nosuch")));
            assertEquals(new Reply.Directory("/d"), client.perform(new Request.ChangeDirectory("d")));
        }
    }

    /** {@code [VIRT-7.6]} */
    @Test
    void aMissingFileIsFoundOutAndLeavesNone() throws IOException {
        try (Client client = connect()) {
            var refused = assertThrows(RefusedException.class,
                    () -> client.download("nosuch", here.resolve("nosuch"), Progress.NONE));

            assertEquals(ErrorCode.NOT_FOUND, refused.code());
            assertEquals(0, Files.list(here).count());
            client.perform(new Request.MakeDirectory("next"));
            assertEquals(List.of("hello vos/1", "download nosuch", "pwd", "mkdir next"), server.commands);
        }
    }

    @Test
    void aFileThatBeginsAsThatAnswerIsAFile() throws IOException {
        for (String content : List.of("File not found.\nreally", "File not found", "File not found.\n<<EOF", "F")) {
            server.files.put("f", Bytes.of(content));
            try (Client client = connect()) {
                client.download("f", here.resolve("copy"), Progress.NONE);
                assertEquals(content, Files.readString(here.resolve("copy")));
            }
        }
    }

    /** {@code [VIRT-7.8]} */
    @Test
    void whenItClosesThereIsASentenceAndTheNextCommandConnectsAgainToTheSameDirectory() throws IOException {
        try (Client client = connect()) {
            client.perform(new Request.ChangeDirectory("d1"));
            var gone = assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("d2")));
            assertTrue(gone.getMessage().contains("ends the connection when a command fails"), gone.getMessage());

            client.perform(new Request.MakeDirectory("next"));
            assertEquals(List.of("hello vos/1", "cd d1", "pwd", "rm d2", "(closed)", "hello vos/1", "cd d1", "pwd",
                    "mkdir next"), server.commands);
        }
    }

    @Test
    void anUploadIntoNowhereEndsInASentence() throws IOException {
        Path file = Files.write(here.resolve("f"), Bytes.noise(5 << 20));
        try (Client client = connect()) {
            var gone = assertThrows(PeerGoneException.class,
                    () -> client.upload(file, "nosuch/f", true, Progress.NONE));
            assertTrue(gone.getMessage().contains("ends the connection when a command fails"), gone.getMessage());
        }
    }

    /** {@code [VIRT-7.4]} */
    @Test
    void aFileThatHoldsTheSentinelIsRefusedOnThisSide() throws IOException {
        Path file = Files.writeString(here.resolve("f"), "one <<EOF>> two");
        try (Client client = connect()) {
            var refused = assertThrows(RefusedException.class, () -> client.upload(file, "f", true, Progress.NONE));

            assertTrue(refused.getMessage().contains("holds <<EOF>>"), refused.getMessage());
            assertEquals(List.of("hello vos/1"), server.commands);
        }
    }

    /** {@code [VIRT-7.7]} */
    @Test
    void aFileOfTheServersThatHoldsTheSentinelIsNotBelieved() throws IOException {
        server.files.put("f", Bytes.of("one <<EOF>> two"));
        try (Client client = connect()) {
            var broken = assertThrows(ProtocolViolation.class,
                    () -> client.download("f", here.resolve("copy"), Progress.NONE));

            assertTrue(broken.getMessage().contains("the file is not whole: it holds <<EOF>>"), broken.getMessage());
            assertEquals(0, Files.list(here).count());
            assertEquals(new Reply.Directory("/"), client.perform(new Request.WhereAmI()), "on another connection");
        }
    }

    /** {@code [VIRT-7.3]} */
    @Test
    void namesWithSpacesAreRefusedOnThisSide() throws IOException {
        try (Client client = connect()) {
            for (String name : List.of("my files", "", " x", "a\u00a0b", "x".repeat(1100))) {
                assertThrows(RefusedException.class, () -> client.perform(new Request.MakeDirectory(name)));
            }
            assertThrows(RefusedException.class, () -> client.perform(new Request.ListDirectory("d")));
            assertEquals(List.of("hello vos/1"), server.commands);
        }
    }
}
