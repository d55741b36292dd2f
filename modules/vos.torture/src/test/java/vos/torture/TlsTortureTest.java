package vos.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vos.client.Client;
import vos.client.Progress;
import vos.protocol.Bytes;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.testing.Together;
import vos.testing.WithoutHello;

/** Every lab, in both of its forms, with TLS: nothing that can be seen from above changes. */
@Timeout(600)
class TlsTortureTest {
    /** Around the size of a chunk, of a record and of what is read at once. */
    private static final List<Integer> SIZES =
            List.of(0, 1, 1014, 1023, 1024, 1025, 16_383, 16_384, 16_385, 65_536, 65_537, 300 * 1024);
    private static final int LARGE = 300 * 1024;

    @TempDir
    private Path root;
    @TempDir
    private Path otherRoot;
    @TempDir
    private Path here;

    static List<Dialect> labs() {
        return Labs.ALL;
    }

    /** But for the published form of cloud-fs, by whose shell a client knows the server; the kit speaks it. */
    static Stream<Arguments> labsAndForms() {
        Stream<Dialect> strict = Labs.ALL.stream();
        Stream<Dialect> published = Labs.ALL.stream().filter(lab -> !lab.id().equals("cloud-fs"))
                .map(lab -> lab.id().equals("file-sharing") ? WithoutHello.leaving(lab) : new WithoutHello(lab));
        return Stream.concat(strict.map(lab -> Arguments.of(lab.id(), "strict", lab)),
                published.map(lab -> Arguments.of(lab.id(), "published", lab)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("labsAndForms")
    void filesGoUpAndDown(String lab, String form, Dialect dialect) throws Exception {
        try (var served = TlsLab.encrypted(dialect, root)) {
            Together.forEach(SIZES, size -> {
                try (Client client = served.client(served.port())) {
                    assertEquals(form.equals("strict"), client.strict());
                    upAndDown(served, client, size);
                }
            });
        }
    }

    private void upAndDown(TlsLab served, Client client, int size) throws IOException {
        byte[] content = Bytes.noise(size);
        Path file = Files.write(here.resolve("up" + size), content);
        client.upload(file, "f" + size, true, Progress.NONE);
        assertArrayEquals(content, Files.readAllBytes(served.workspace().resolve("f" + size)), size + " as stored");
        if (size > 0 || client.strict()) {
            // A published server of file-sharing says of an empty file what it says of none.
            Path copy = here.resolve("down" + size);
            client.download("f" + size, copy, Progress.NONE);
            assertArrayEquals(content, Files.readAllBytes(copy), size + " as it came back");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("labsAndForms")
    void commandsAreAnsweredAndRefusalsLeaveNothing(String lab, String form, Dialect dialect) throws Exception {
        try (var served = TlsLab.encrypted(dialect, root); Client client = served.client(served.port())) {
            if (dialect.vocabulary().find(Operation.MAKE_DIRECTORY).isPresent()) {
                client.perform(new Request.MakeDirectory("docs"));
                assertEquals(new Reply.Directory("/docs"), client.perform(new Request.ChangeDirectory("docs")));
            }
            Path local = here.resolve("local");
            assertThrows(IOException.class, () -> client.download("nosuch", local, Progress.NONE));
            assertFalse(Files.exists(local));
        }
        try (var served = TlsLab.encrypted(dialect, otherRoot); Client client = served.client(served.port())) {
            Path file = Files.write(here.resolve("file"), Bytes.noise(LARGE));
            assertThrows(IOException.class, () -> client.upload(file, "../../outside", true, Progress.NONE));
            assertFalse(Files.exists(otherRoot.resolveSibling("outside")));
        }
    }

    /** As somebody on the way would do it: where the end of the connection is that of the file, it must not be. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("labsAndForms")
    void aDownloadThatIsCutOnTheWayIsNoFile(String lab, String form, Dialect dialect) throws Exception {
        try (var served = TlsLab.encrypted(dialect, root)) {
            Files.createDirectories(served.workspace());
            Files.write(served.workspace().resolve("large"), Bytes.noise(LARGE));
            try (var cut = new TlsCut(served.port(), LARGE / 2); Client client = served.client(cut.port())) {
                Path local = here.resolve("local");
                assertThrows(IOException.class, () -> client.download("large", local, Progress.NONE));
                assertFalse(Files.exists(local));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theSameIsAnsweredWithTlsAndWithout(Dialect dialect) throws IOException {
        long seed = Form.seed();
        try (var encrypted = TlsLab.encrypted(dialect, root); var plain = TlsLab.plain(dialect, otherRoot)) {
            for (String name : List.of("strict.txt", "strict-errors.txt")) {
                RawConversation said = RawConversation.of(dialect.id(), name);
                List<String> expected = said.with(plain::socket, seed);
                assertEquals(expected, said.with(encrypted::tlsSocket, seed), name + ", -Dvos.torture.seed=" + seed);
                assertFalse(String.join("", expected).isEmpty(), name + " was answered with nothing");
            }
        }
    }

    /** All of what a specification asks for that can be seen on a wire, through one who encrypts what the kit says. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("judged")
    void theConformanceKitFindsNothingWithTls(String lab, Dialect dialect) throws Exception {
        try (var served = TlsLab.encrypted(dialect, root); var tunnel = new TlsTunnel(served.port())) {
            Kit.judge(lab, tunnel.port(), root, here);
        }
    }

    /** In the long form alone: each takes the kit longer than all else here. */
    static Stream<Arguments> judged() {
        return Form.CHOSEN == Form.LONG ? Labs.ALL.stream().map(lab -> Arguments.of(lab.id(), lab)) : Stream.empty();
    }
}
