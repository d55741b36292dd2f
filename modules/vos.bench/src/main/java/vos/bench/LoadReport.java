package vos.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * What a load client says of its work: one line of JSON.
 *
 * @param seconds how long it took
 * @param bytes of content that were moved
 * @param operations how many files, commands or connections
 * @param clientCpuSeconds what the client itself used of the processors
 * @param latencies of one operation's round trip, where there are any
 * @param failures operations that failed
 */
record LoadReport(
        double seconds, long bytes, long operations, double clientCpuSeconds, Optional<Latencies> latencies,
        long failures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How long the round trips of operations took, in microseconds.
     *
     * @param p50 half of them took no longer
     * @param p99 99 of 100 took no longer
     * @param p999 999 of 1,000 took no longer
     */
    record Latencies(double p50, double p99, double p999) {
    }

    /** Reads what {@code vos-load} printed. */
    static LoadReport parse(String line) throws BenchException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BenchException("the load client printed no JSON: " + line.strip(), e);
        }
        for (String key : List.of("seconds", "bytes", "operations", "clientCpuSeconds", "failures")) {
            if (!json.path(key).isNumber()) {
                throw new BenchException("the load client printed no number \"" + key + "\": " + line.strip());
            }
        }
        var report = new LoadReport(json.get("seconds").doubleValue(), json.get("bytes").longValue(),
                json.get("operations").longValue(), json.get("clientCpuSeconds").doubleValue(), latencies(json),
                json.get("failures").longValue());
        if (report.seconds <= 0 || report.operations <= 0) {
            throw new BenchException("the load client did nothing: " + line.strip());
        }
        if (report.failures > 0) {
            throw new BenchException(report.failures + " of " + report.operations + " operations failed");
        }
        return report;
    }

    private static Optional<Latencies> latencies(JsonNode json) {
        return json.path("p50Micros").isNumber()
                ? Optional.of(new Latencies(json.get("p50Micros").doubleValue(), json.path("p99Micros").doubleValue(),
                        json.path("p999Micros").doubleValue()))
                : Optional.empty();
    }
}
