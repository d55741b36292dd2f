package vos.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The results of a work as lines of text, in columns as wide as what is in them. */
final class Table {
    private static final double MIB = 1024.0 * 1024;
    private static final int PRECISE_BELOW = 10;
    private static final int ROUGH_FROM = 100;
    private static final String GAP = "  ";
    private static final String NONE = "-";

    private Table() {
    }

    /** The title, a head, a line for each side, and a line for each that failed. */
    static List<String> lines(Comparison comparison) {
        Work work = comparison.work();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s (%s)".formatted(work.name(), work.sentence(), work.unit().word()));
        List<String[]> rows = new ArrayList<>();
        rows.add(head(work.unit()));
        comparison.outcomes().stream().filter(Outcome::counts).map(outcome -> row(comparison, outcome))
                .forEach(rows::add);
        lines.addAll(aligned(rows));
        alone(comparison).ifPresent(lines::add);
        comparison.outcomes().forEach(outcome -> outcome.failure()
                .ifPresent(why -> lines.add(GAP + outcome.side().name() + " failed: " + why)));
        return lines;
    }

    /** Of an idle work: the p99 of the one who works, before the others came; behind them, it is in the table. */
    private static Optional<String> alone(Comparison comparison) {
        List<String> words = comparison.outcomes().stream().filter(Outcome::counts)
                .filter(outcome -> outcome.rounds().getFirst().aloneP99().isPresent())
                .map(outcome -> outcome.side().name() + " " + number(Figures.of(outcome.rounds(),
                        round -> round.aloneP99().orElseThrow()).median()))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(GAP + "p99 µs alone: " + String.join(", ", words));
    }

    private static String[] head(Unit unit) {
        String cost = unit == Unit.MIB_PER_SECOND ? " s/GiB" : " µs/op";
        return new String[] {"", "median", "min", "max", "of floor", "of best peer", "server" + cost, "client" + cost,
            "memory MiB", "p50 µs", "p99 µs", "p99.9 µs"};
    }

    private static String[] row(Comparison comparison, Outcome outcome) {
        Unit unit = comparison.work().unit();
        Figures values = outcome.values();
        List<Measurement> rounds = outcome.rounds();
        Optional<LoadReport.Latencies> latencies = latencies(rounds);
        return new String[] {
            outcome.side().name(), number(values.median()), number(values.min()), number(values.max()),
            ratio(comparison.ofFloor(outcome)), ratio(comparison.ofBestPeer(outcome)),
            number(Figures.of(rounds, round -> round.serverCost(unit)).median()),
            number(Figures.of(rounds, round -> round.clientCost(unit)).median()),
            number(Figures.of(rounds, round -> round.memory() / MIB).median()),
            latencies.map(each -> number(each.p50())).orElse(NONE),
            latencies.map(each -> number(each.p99())).orElse(NONE),
            latencies.map(each -> number(each.p999())).orElse(NONE)};
    }

    /** The medians of each percentile; empty when the client told none. */
    static Optional<LoadReport.Latencies> latencies(List<Measurement> rounds) {
        List<LoadReport.Latencies> all = rounds.stream().flatMap(round -> round.load().latencies().stream()).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoadReport.Latencies(Figures.of(all, LoadReport.Latencies::p50).median(),
                        Figures.of(all, LoadReport.Latencies::p99).median(),
                        Figures.of(all, LoadReport.Latencies::p999).median()));
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : NONE;
    }

    /** With as many digits as can be meant. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= ROUGH_FROM ? "%,.0f" : size >= PRECISE_BELOW ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** The first column on the left, the others on the right. */
    private static List<String> aligned(List<String[]> rows) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            Arrays.setAll(widths, at -> Math.max(widths[at], row[at].length()));
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(GAP).append(padded(row[0], -widths[0]));
            for (int at = 1; at < row.length; at++) {
                line.append(GAP).append(padded(row[at], widths[at]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }
}
