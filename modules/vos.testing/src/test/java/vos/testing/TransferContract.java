package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.client.Client;
import vos.client.Progress;
import vos.protocol.Bytes;
import vos.protocol.Dialect;

/** Our client and our server, over real sockets and a network that cuts as it likes. */
public abstract class TransferContract {
    @TempDir
    private Path root;
    @TempDir
    private Path here;

    /** The dialect in which the files go up and down. */
    protected abstract Dialect dialect();

    private void upAndDown(ServedDirectory served, Client client, byte[] content, String name) throws IOException {
        Path file = Files.write(here.resolve("up"), content);
        Path copy = here.resolve("down");
        client.upload(file, name, true, Progress.NONE);
        assertArrayEquals(content, Files.readAllBytes(served.workspace().resolve(name)), name + " as it was stored");
        client.download(name, copy, Progress.NONE);
        assertArrayEquals(content, Files.readAllBytes(copy), name + " as it came back");
    }

    @Test
    void twoHundredFilesOfRandomSizesSurviveRandomCuts() throws IOException {
        var random = new Random(200);
        try (var served = new ServedDirectory(root, dialect()); var proxy = new CuttingProxy(served.port(), 200);
                Client client = served.client(proxy.port())) {
            assertTrue(client.strict());
            for (int i = 0; i < 200; i++) {
                upAndDown(served, client, Bytes.noise(random.nextInt(1 << random.nextInt(18))), "file " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1014, 1015, 1023, 1024, 1025, 65_535, 65_536, 65_537, 20 << 20})
    void filesOfTheSizesThatHurtArriveWhole(int size) throws IOException {
        try (var served = new ServedDirectory(root, dialect()); Client client = served.client()) {
            upAndDown(served, client, Bytes.noise(size), "a name with spaces");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<EOF>>", "__END__", "END_OF_FILE", "UPLOAD_ERROR", "<Ab3X9kQw>", "\n", "\r\n", "\0",
        "5                                                               hello", "ERROR not-found: no", "vos/1"})
    void contentsThatLookLikeAProtocolArriveAsTheyAre(String pattern) throws IOException {
        try (var served = new ServedDirectory(root, dialect()); Client client = served.client()) {
            for (int times : new int[] {1, 3, 1000}) {
                upAndDown(served, client, Bytes.of(pattern.repeat(times)), "alone " + times);
                upAndDown(served, client, Bytes.of("before" + pattern.repeat(times) + "after"), "between " + times);
            }
        }
    }

    @Test
    void manyClientsAtOnceDoNotDisturbEachOther() throws Exception {
        try (var served = new ServedDirectory(root, dialect())) {
            Together.forEach(IntStream.range(0, 50).boxed().toList(), number -> {
                byte[] content = Bytes.noise(10_000 + number);
                Path file = Files.write(here.resolve("up" + number), content);
                Path copy = here.resolve("down" + number);
                try (Client client = served.client()) {
                    client.upload(file, "f" + number, true, Progress.NONE);
                    client.download("f" + number, copy, Progress.NONE);
                }
                assertArrayEquals(content, Files.readAllBytes(copy));
            });
            assertEquals(50, Files.list(served.workspace()).count());
        }
    }
}
