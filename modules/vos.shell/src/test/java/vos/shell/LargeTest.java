package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.Workspace;

/** Trees and files that no memory holds, and trees that no stack does. */
final class LargeTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final int SMALL_STACK = 256 * 1024;

    @ParameterizedTest
    @CsvSource({"ls -R, 202301", "find, 202101", "tree, 202103", "du, 101", "find -name f01999, 101"})
    void aTreeOf200000EntriesIsPrintedWhileItIsWalked(String line, long rows) throws IOException {
        GeneratedVolume volume = new GeneratedVolume(1, 100, 2000, 1);
        Watch watch = new Watch(volume);
        assertEquals(Shell.OK, shell(volume).run(line, watch));
        assertEquals(rows, watch.lines);
        assertTrue(watch.largest <= 8 * 1024, () -> "a write of " + watch.largest + " bytes");
        assertTrue(watch.listedAtFirst < 101 || watch.bytes < 8 * 1024, "nothing was printed before all was listed");
    }

    @Test
    void catOfALargeFileTakesABlockAtATime() throws IOException {
        GeneratedVolume volume = new GeneratedVolume(0, 0, 1, GIBIBYTE / 64);
        Watch watch = new Watch(volume);
        assertEquals(Shell.OK, shell(volume).run("cat f", watch));
        assertEquals(GIBIBYTE / 64, watch.bytes);
        assertTrue(watch.largest <= Content.BLOCK, () -> "a write of " + watch.largest + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"head, 640, 65536", "head -n 3, 192, 65536", "head -c 100000, 100000, 100000", "tail, 640, 66176",
        "tail -n 3, 192, 65728", "tail -n 2000, 128000, 260000", "tail -c 100000, 100000, 100000", "head -n 0, 0, 0",
        "tail -n 0, 0, 0", "head -c 0, 0, 0", "tail -c 0, 0, 0", "wc -c, 13, 0"})
    void anExcerptOfALargeFileReadsNoMoreThanItNeeds(String command, int printed, int mostRead) throws IOException {
        GeneratedVolume volume = new GeneratedVolume(0, 0, 1, 5 * GIBIBYTE);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        assertEquals(Shell.OK, shell(volume).run(command + " f", Channels.newChannel(output)));
        assertEquals(printed, output.size());
        assertTrue(volume.read() <= mostRead, () -> volume.read() + " bytes were read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls -R", "find", "tree", "du", "rm -r d"})
    void aTreeIsWalkedThoughItIsDeeperThanTheStack(String line) throws InterruptedException {
        GeneratedVolume volume = new GeneratedVolume(800, 1, 1, 1);
        AtomicReference<Object> result = new AtomicReference<>();
        Thread walker = new Thread(null, () -> {
            try {
                result.set(shell(volume).run(line, Channels.newChannel(new ByteArrayOutputStream())));
            } catch (IOException | Error e) {
                result.set(e);
            }
        }, "walker", SMALL_STACK);
        walker.start();
        walker.join();
        assertEquals(Shell.OK, result.get());
        assertTrue(volume.listed() >= 800, () -> volume.listed() + " directories were listed");
    }

    @Test
    void aLineOfManyWordsIsNoDeeperThanOneOfFew() throws IOException {
        GeneratedVolume volume = new GeneratedVolume(0, 0, 1, 0);
        Watch watch = new Watch(volume);
        assertEquals(Shell.OK, shell(volume).run("find" + " -type f".repeat(50_000), watch));
        assertEquals(1, watch.lines);
    }

    @Test
    void rmCountsEachOnce() throws IOException {
        GeneratedVolume volume = new GeneratedVolume(3, 5, 5, 0);
        shell(volume).run("rm -r d00000", Channels.newChannel(new ByteArrayOutputStream()));
        assertEquals(31 + 31 * 5, volume.removed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls -R", "find", "tree", "cat d*/f*", "wc f*", "du"})
    void aSinkThatFailsEndsTheCommandAndItsFailureIsPassedOn(String line) {
        GeneratedVolume volume = new GeneratedVolume(2, 100, 100, 100);
        IOException gone = new IOException("gone");
        WritableByteChannel sink = new Watch(volume) {
            @Override
            public int write(ByteBuffer source) throws IOException {
                throw gone;
            }
        };
        assertSame(gone, assertThrows(IOException.class, () -> shell(volume).run(line, sink)));
        assertTrue(volume.listed() < 1000, () -> volume.listed() + " directories were listed for nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"find -name nope", "du -s", "df", "rm -r d00000", "wc f00000", "cp -r d00000 new",
        "tail -n 999999999 f00000"})
    void aSinkThatIsClosedEndsACommandThatSaysNothing(String line) {
        GeneratedVolume volume = new GeneratedVolume(2, 100, 100, GIBIBYTE);
        WritableByteChannel sink = new Watch(volume) {
            @Override
            public boolean isOpen() {
                return false;
            }
        };
        assertThrows(ClosedChannelException.class, () -> shell(volume).run(line, sink));
        assertTrue(volume.listed() < 10, () -> volume.listed() + " directories were listed for nobody");
        assertTrue(volume.read() < 10 * Content.BLOCK, () -> volume.read() + " bytes were read for nobody");
    }

    private static Shell shell(GeneratedVolume volume) {
        return new Shell(new Workspace(volume));
    }

    /** A sink that keeps nothing, and takes a part of what it is offered. */
    private static class Watch implements WritableByteChannel {

        private final GeneratedVolume volume;
        private long bytes;
        private long lines;
        private int largest;
        private int listedAtFirst = -1;

        Watch(GeneratedVolume volume) {
            this.volume = volume;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            listedAtFirst = listedAtFirst < 0 ? volume.listed() : listedAtFirst;
            largest = Math.max(largest, source.remaining());
            int taken = Math.min(source.remaining(), 50_000);
            for (int i = 0; i < taken; i++) {
                lines += source.get() == '\n' ? 1 : 0;
            }
            bytes += taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            throw new AssertionError("a sink is not the shell's to close");
        }
    }
}
