package vos.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import vos.client.Client;
import vos.protocol.Request;

/**
 * How long answers took. Measured for who reads the report: no test fails for being slow.
 *
 * @param median of all, half were as quick
 * @param p99 99 of 100 were as quick
 * @param worst the slowest
 */
record Latencies(Duration median, Duration p99, Duration worst) {

    /** Asks so often, one after the other. */
    static Latencies of(Client client, Request request, int count) throws IOException {
        var nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            Asking.ask(client, request);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return new Latencies(Duration.ofNanos(nanos[count / 2]), Duration.ofNanos(nanos[count * 99 / 100]),
                Duration.ofNanos(nanos[count - 1]));
    }

    @Override
    public String toString() {
        return "median %d us, p99 %d us, worst %d us".formatted(median.toNanos() / 1000, p99.toNanos() / 1000,
                worst.toNanos() / 1000);
    }
}
