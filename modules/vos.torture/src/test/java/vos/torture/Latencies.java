package vos.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import vos.client.Client;
import vos.protocol.Request;

/** How long answers took. Measured for who reads the report: no test fails for being slow. */
final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] nanos) {
        Arrays.sort(nanos);
        this.sortedNanos = nanos;
    }

    /** Asks for so long, one after the other with such a rest between them, and once at least. */
    static Latencies of(Client client, Request request, Duration time, Duration rest) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        long start = System.nanoTime();
        long begun;
        do {
            begun = System.nanoTime();
            Asking.ask(client, request);
            nanos.add(System.nanoTime() - begun);
            LockSupport.parkNanos(rest.toNanos());
        } while (begun - start < time.toNanos());
        return new Latencies(nanos.build().toArray());
    }

    /** So many of 1,000 were as quick. */
    private long nanos(int ofThousand) {
        return sortedNanos[(int) ((sortedNanos.length - 1L) * ofThousand / 1000)];
    }

    /** How many times as long as those of {@code other} these took. */
    String ratioTo(Latencies other) {
        return "median %.2f, p99 %.2f".formatted((double) nanos(500) / other.nanos(500),
                (double) nanos(990) / other.nanos(990));
    }

    @Override
    public String toString() {
        return "%d: median %d us, p99 %d us, p99.9 %d us, worst %d us".formatted(sortedNanos.length,
                nanos(500) / 1000, nanos(990) / 1000, nanos(999) / 1000, nanos(1000) / 1000);
    }
}
