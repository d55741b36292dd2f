package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file leaves without a copy where nobody looks, by way of a buffer where somebody does, and as the same bytes. */
class WireFileTest {

    /** Who sees the bytes decides how they leave. */
    enum Way {
        WITHOUT_COPY, BY_COPY;

        Tap tap() {
            return this == WITHOUT_COPY ? Tap.NONE : new RecordingTap();
        }
    }

    private final ScriptedTransport transport = ScriptedTransport.reading();
    private Path path;

    @BeforeEach
    void chooseAName(@TempDir Path directory) {
        path = directory.resolve("file");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "16384, 0", "16385, 1", "65536, 1", "262144, 1", "262145, 2", "1048579, 5"})
    void aFileLeavesAsTheSameBytesEitherWay(int size, int regions) throws IOException {
        byte[] content = Files.readAllBytes(Files.write(path, Bytes.noise(size)));
        for (Way way : Way.values()) {
            var to = ScriptedTransport.reading();
            var wire = new Wire(to, WireOptions.DEFAULTS.withTap(way.tap()));
            try (var file = FileChannel.open(path)) {
                wire.put(Part.MESSAGE, Bytes.of("before,"));
                wire.send(Body.of(file, size));
                wire.put(Part.MESSAGE, Bytes.of(",behind"));
                wire.flush();
            }
            assertArrayEquals(Bytes.join(List.of(Bytes.of("before,"), content, Bytes.of(",behind"))), to.written());
            assertEquals(way == Way.WITHOUT_COPY ? regions : 0, to.regions(), "regions");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatShrankIsNotPassedOffAsWhole(Way way) throws IOException {
        try (var file = FileChannel.open(Files.write(path, Bytes.noise(300_000)))) {
            var body = Body.of(file, 300_001);
            var failure = assertThrows(IOException.class, () -> wire(way).send(body));
            assertEquals("a body ended after 300000 of 300001 bytes", failure.getMessage());
            assertEquals(IOException.class, failure.getClass(), "the peer has done nothing wrong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAFileThatGrewTheAnnouncedBytesLeave(Way way) throws IOException {
        byte[] content = Files.readAllBytes(Files.write(path, Bytes.noise(300_000)));
        try (var file = FileChannel.open(path)) {
            wire(way).send(Body.of(file, 299_999));
        }
        assertArrayEquals(Arrays.copyOf(content, 299_999), transport.written());
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatHasBeenBegunIsSentFromWhereItIs(Way way) throws IOException {
        byte[] content = Files.readAllBytes(Files.write(path, Bytes.noise(1000)));
        try (var file = FileChannel.open(path)) {
            var body = Body.of(file, 900);
            body.read(ByteBuffer.allocate(100));
            Wire wire = wire(way);
            wire.send(body);
            wire.flush();
        }
        assertArrayEquals(Arrays.copyOfRange(content, 100, 900), transport.written());
    }

    @ParameterizedTest
    @EnumSource
    void anObserverSeesTheCountGrowToTheLength(Way way) throws IOException {
        var seen = new ArrayList<Long>();
        try (var file = FileChannel.open(Files.write(path, Bytes.noise(1_000_000)))) {
            wire(way).send(Body.of(file, 1_000_000).observedBy(seen::add));
        }
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertEquals(1_000_000L, seen.getLast());
        assertTrue(seen.size() > 2, () -> "in steps that a person can follow: " + seen);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatWasSentIsStillItsOwnersToClose(Way way) throws IOException {
        try (var file = FileChannel.open(Files.write(path, Bytes.noise(10)))) {
            wire(way).send(Body.of(file, 10));
            assertTrue(file.isOpen());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatVanishesInTheMiddleOfAFileIsGone(Way way) throws IOException {
        transport.takingOnly(150_000);
        try (var file = FileChannel.open(Files.write(path, Bytes.noise(300_000)))) {
            assertThrows(PeerGoneException.class, () -> wire(way).send(Body.of(file, 300_000)));
        }
        assertEquals(150_000, transport.written().length);
    }

    private Wire wire(Way way) {
        return new Wire(transport, WireOptions.DEFAULTS.withTap(way.tap()));
    }
}
