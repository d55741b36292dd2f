package vos.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What judged programs came to, as {@code specs/verdicts.json} keeps it: by whose they are, {@code ours} or
 * {@code published}, by lab and party, as {@code mini-ftp server}, and by requirement.
 */
record Verdicts(Map<String, Map<String, Map<String, String>>> programs) {

    static final Path FILE = Path.of("../../specs/verdicts.json");
    private static final List<String> COUNTED = List.of("pass", "limitation", "quirk", "flaky", "fail");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Verdicts read() throws IOException {
        return JSON.readValue(("{\"programs\":" + Files.readString(FILE) + "}"), Verdicts.class);
    }

    /** The reports in {@code DIR/ours} and {@code DIR/published}, however deep they lie. */
    static Verdicts of(Path reports) throws IOException {
        Map<String, Map<String, Map<String, String>>> programs = new TreeMap<>();
        for (String whose : List.of("ours", "published")) {
            Map<String, Map<String, String>> theirs = programs.computeIfAbsent(whose, key -> new TreeMap<>());
            try (Stream<Path> files = Files.walk(reports.resolve(whose))) {
                for (Path file : files.filter(path -> path.endsWith("report.json")).toList()) {
                    JsonNode report = JSON.readTree(file.toFile());
                    Map<String, String> verdicts = new TreeMap<>();
                    report.get("requirements").forEach(requirement ->
                            verdicts.put(requirement.get("id").asText(), requirement.get("verdict").asText()));
                    theirs.put(report.get("lab").asText() + " " + report.get("party").asText(), verdicts);
                }
            }
        }
        return new Verdicts(programs);
    }

    void write() throws IOException {
        Files.writeString(FILE, JSON.writeValueAsString(programs) + "\n");
    }

    /** Every id that is named here. */
    List<String> ids() {
        return programs.values().stream().flatMap(labs -> labs.values().stream())
                .flatMap(verdicts -> verdicts.keySet().stream()).distinct().sorted().toList();
    }

    /** Whether none of our programs, of which one at least was judged by it, falls short of a requirement. */
    boolean isKeptByOurs(Requirement requirement) {
        List<String> verdicts = programs.get("ours").values().stream().map(all -> all.get(requirement.id()))
                .filter(Objects::nonNull).toList();
        return !verdicts.isEmpty() && List.of("pass", "limitation").containsAll(verdicts);
    }

    /** What the programs of {@code whose} came to: a word when they agree, and otherwise who did worse than most. */
    String of(String whose, Requirement requirement) {
        Map<String, List<String>> byVerdict = new TreeMap<>();
        programs.getOrDefault(whose, Map.of()).forEach((program, verdicts) -> {
            String verdict = verdicts.get(requirement.id());
            if (verdict != null) {
                byVerdict.computeIfAbsent(verdict, key -> new ArrayList<>()).add(program);
            }
        });
        if (byVerdict.size() <= 1) {
            return String.join("", byVerdict.keySet());
        }
        boolean common = requirement.page().equals("common");
        return byVerdict.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue().stream()
                        .map(program -> common ? program : program.substring(program.lastIndexOf(' ') + 1))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** A row for each program: how many requirements came to what. */
    String summary() {
        StringBuilder rows = new StringBuilder();
        programs.forEach((whose, labs) -> labs.forEach((program, verdicts) -> {
            Map<String, Long> counts = verdicts.values().stream()
                    .collect(Collectors.groupingBy(verdict -> verdict, TreeMap::new, Collectors.counting()));
            rows.append("| ").append(whose).append(", ").append(program).append(" | ").append(verdicts.size());
            for (String verdict : COUNTED) {
                rows.append(" | ").append(counts.getOrDefault(verdict, 0L));
            }
            rows.append(" |\n");
        }));
        return rows.toString();
    }
}
