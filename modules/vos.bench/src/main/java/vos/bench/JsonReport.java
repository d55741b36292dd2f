package vos.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The results for programs: every round of every side in every work, with the figures of the table. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {
    }

    static void write(Results results, Path file) throws IOException {
        Files.writeString(file, json(results).toPrettyString() + "\n");
    }

    static ObjectNode json(Results results) {
        ObjectNode top = JSON.createObjectNode();
        top.put("began", results.began().toString());
        top.put("form", results.form().name().toLowerCase(Locale.ROOT));
        Machine machine = results.machine();
        top.putObject("machine").put("processor", machine.processor()).put("cores", machine.cores())
                .put("memoryGiB", machine.memoryGiB()).put("system", machine.system()).put("java", machine.java());
        ArrayNode missing = top.putArray("missing");
        results.missing().forEach(each -> missing.addObject().put("side", each.side()).put("remedy", each.remedy()));
        ArrayNode works = top.putArray("works");
        results.comparisons().forEach(comparison -> add(comparison, works.addObject()));
        return top;
    }

    private static void add(Comparison comparison, ObjectNode node) {
        Work work = comparison.work();
        node.put("name", work.name()).put("sentence", work.sentence()).put("unit", work.unit().word())
                .put("higherIsBetter", work.unit().higherIsBetter());
        work.step().ifPresent(step -> node.putObject("growth").put("series", step.series()).put("of", step.of())
                .put("size", step.size()));
        ArrayNode sides = node.putArray("sides");
        comparison.outcomes().forEach(outcome -> add(comparison, outcome, sides.addObject()));
    }

    private static void add(Comparison comparison, Outcome outcome, ObjectNode node) {
        node.put("side", outcome.side().name()).put("role", outcome.side().role().name().toLowerCase(
                Locale.ROOT));
        outcome.failure().ifPresent(why -> node.put("failure", why));
        if (outcome.counts()) {
            Figures values = outcome.values();
            node.put("median", values.median()).put("min", values.min()).put("max", values.max());
            comparison.ofFloor(outcome).ifPresent(ratio -> node.put("ofFloor", ratio));
            comparison.ofBestPeer(outcome).ifPresent(ratio -> node.put("ofBestPeer", ratio));
        }
        ArrayNode rounds = node.putArray("rounds");
        outcome.rounds().forEach(round -> add(round, rounds.addObject()));
    }

    private static void add(Measurement round, ObjectNode node) {
        LoadReport load = round.load();
        node.put("value", round.value()).put("seconds", load.seconds()).put("bytes", load.bytes())
                .put("operations", load.operations()).put("serverCpuSeconds", round.serverCpuSeconds())
                .put("clientCpuSeconds", load.clientCpuSeconds()).put("memoryBytes", round.memory());
        load.latencies().ifPresent(latencies -> node.put("p50Micros", latencies.p50())
                .put("p99Micros", latencies.p99()).put("p999Micros", latencies.p999()));
        round.aloneP99().ifPresent(p99 -> node.put("p99MicrosAlone", p99));
    }
}
