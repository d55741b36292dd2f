package vos.bench;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vos.protocol.Needle;

/**
 * How fast a token that is not there is looked for, as mini-ftp and cloud-fs do in every byte of an upload. An
 * operation is a byte, so "ops/ns" are GB/s.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {
    static final int BLOCK = 64 * 1024;
    private static final byte[] TOKEN = "<1f56xc5d>".getBytes(StandardCharsets.US_ASCII);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final MethodHandle MEMMEM = memmem();
    private static final int SEED = 1;

    /** What is searched: bytes of no order; first bytes of the token only; tokens that are wrong in the middle. */
    @Param({"ordinary", "first-bytes", "near-misses"})
    public String content;

    private byte[] block;
    private Needle needle;

    /** Makes the content. */
    @Setup
    public void fill() {
        needle = new Needle(TOKEN);
        block = content(content);
    }

    static byte[] content(String kind) {
        byte[] block = new byte[BLOCK];
        switch (kind) {
            case "ordinary" -> new Random(SEED).nextBytes(block);
            case "first-bytes" -> Arrays.fill(block, TOKEN[0]);
            case "near-misses" -> {
                byte[] wrong = TOKEN.clone();
                wrong[TOKEN.length / 2]++;
                for (int at = 0; at < BLOCK; at++) {
                    block[at] = wrong[at % wrong.length];
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return block;
    }

    /** The search of the framings. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public int needle() {
        return needle.indexIn(block, 0, block.length);
    }

    /** What everybody would write first. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public int byteLoop() {
        return byteLoop(block);
    }

    static int byteLoop(byte[] block) {
        for (int at = 0; at <= block.length - TOKEN.length; at++) {
            if (block[at] == TOKEN[0] && Arrays.equals(block, at, at + TOKEN.length, TOKEN, 0, TOKEN.length)) {
                return at;
            }
        }
        return -1;
    }

    /** That of the C library, which has instructions for it that Java's compilers do not choose. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public long memmemOfC() throws Throwable {
        MemorySegment found = (MemorySegment) MEMMEM.invokeExact(MemorySegment.ofArray(block), (long) BLOCK,
                MemorySegment.ofArray(TOKEN), (long) TOKEN.length);
        return found.address();
    }

    /** Takes arrays of the heap as they are, so that nothing is copied. */
    @SuppressWarnings("restricted")
    private static MethodHandle memmem() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("memmem"), FunctionDescriptor.of(
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG), Linker.Option.critical(true));
    }

    /** What it costs to look at every byte at all. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public long allLongs() {
        long all = 0;
        for (int at = 0; at < BLOCK; at += Long.BYTES) {
            all ^= (long) LONG.get(block, at);
        }
        return all;
    }
}
