package vos.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the memory itself gives, to compare a search with. An operation is a byte, so "ops/ns" are GB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MemoryBenchmark {
    /** More than the caches of a processor hold. */
    private static final int BYTES = 512 * 1024 * 1024;

    private final long[] longs = new long[BYTES / Long.BYTES];

    /** Reads all of them. */
    @Benchmark
    @OperationsPerInvocation(BYTES)
    public long allLongs() {
        long all = 0;
        for (long each : longs) {
            all ^= each;
        }
        return all;
    }
}
