package vos.bench;

import java.util.List;
import java.util.Locale;

/** A work in the picture: a bar for each side, as long as its median, with a line from its smallest to its largest. */
final class Bars {
    private static final int LEFT = 100;
    private static final int LONGEST = 290;
    private static final int ROW = 18;
    private static final int HEAD = 30;
    private static final int BAR = 12;

    private Bars() {
    }

    static Chart.Panel panel(Comparison comparison) {
        Work work = comparison.work();
        List<Outcome> outcomes = comparison.outcomes();
        double most = outcomes.stream().filter(Outcome::counts).mapToDouble(outcome -> outcome.values().max()).max()
                .orElse(1);
        var svg = new StringBuilder("<text class=\"title\" y=\"12\">%s: %s</text>%n".formatted(
                Chart.text(work.name()), Chart.text(work.unit().word()
                        + (work.unit().higherIsBetter() ? "" : " (less is better)"))));
        for (int at = 0; at < outcomes.size(); at++) {
            svg.append(row(outcomes.get(at), HEAD + at * ROW, Math.max(most, Double.MIN_NORMAL)));
        }
        return new Chart.Panel(HEAD + outcomes.size() * ROW, svg.toString());
    }

    private static String row(Outcome outcome, int y, double most) {
        String name = "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n".formatted(
                LEFT - 6, y + BAR - 2, Chart.text(outcome.side().name()));
        if (!outcome.counts()) {
            return name + "<text class=\"small\" x=\"%d\" y=\"%d\">failed</text>%n".formatted(LEFT, y + BAR - 2);
        }
        Figures values = outcome.values();
        double end = x(values.max(), most);
        return name + String.format(Locale.ROOT, """
                <rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>
                <line class="whisker" x1="%.1f" x2="%.1f" y1="%7$d" y2="%7$d"/>
                """.replace("%7$d", String.valueOf(y + BAR / 2)),
                outcome.side().role().name().toLowerCase(Locale.ROOT), LEFT, y,
                x(values.median(), most) - LEFT, BAR, x(values.min(), most), end)
                + String.format(Locale.ROOT, "<text class=\"small\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                end + 4, y + BAR - 2, Table.number(values.median()));
    }

    /** A memory that shrank meanwhile has no bar. */
    private static double x(double value, double most) {
        return LEFT + LONGEST * Math.clamp(value / most, 0, 1);
    }
}
