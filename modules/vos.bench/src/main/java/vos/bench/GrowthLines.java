package vos.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A series in the picture: what one operation costs a side, in microseconds of time, as its subject grows; both axes
 * are logarithmic, so that a cost in proportion is a line that rises as steeply as it goes to the right.
 */
final class GrowthLines {
    private static final int LEFT = 60;
    private static final int RIGHT = 370;
    private static final int TOP = 30;
    private static final int BOTTOM = 210;
    private static final int HEIGHT = 240;
    private static final double MICROS = 1e6;

    private final double leastX;
    private final double mostX;
    private final double leastY;
    private final double mostY;

    private GrowthLines(double leastX, double mostX, double leastY, double mostY) {
        this.leastX = leastX;
        this.mostX = mostX;
        this.leastY = leastY;
        this.mostY = mostY;
    }

    /**
     * A point of a line.
     *
     * @param size of what grows
     * @param micros of one operation
     */
    private record Point(double size, double micros) {
    }

    static Chart.Panel panel(List<Comparison> series) {
        Map<Side, List<Point>> lines = lines(series);
        List<Point> all = lines.values().stream().flatMap(List::stream).toList();
        Work.Step step = series.getFirst().work().step().orElseThrow();
        String title = "<text class=\"title\" y=\"12\">%s: µs an operation, by %s</text>%n".formatted(
                Chart.text(step.series()), Chart.text(step.of()));
        if (all.isEmpty()) {
            return new Chart.Panel(TOP, title);
        }
        var scale = new GrowthLines(
                all.stream().mapToDouble(Point::size).min().orElseThrow(),
                all.stream().mapToDouble(Point::size).max().orElseThrow(),
                all.stream().mapToDouble(Point::micros).min().orElseThrow(),
                all.stream().mapToDouble(Point::micros).max().orElseThrow());
        var svg = new StringBuilder(title).append(scale.axes());
        lines.forEach((side, points) -> svg.append(scale.line(side, points)));
        return new Chart.Panel(HEIGHT, svg.toString());
    }

    private static Map<Side, List<Point>> lines(List<Comparison> series) {
        Map<Side, List<Point>> lines = new LinkedHashMap<>();
        for (Comparison comparison : series) {
            double size = comparison.work().step().orElseThrow().size();
            comparison.outcomes().stream().filter(Outcome::counts).forEach(outcome -> lines
                    .computeIfAbsent(outcome.side(), _ -> new ArrayList<>())
                    .add(new Point(size, Figures.of(outcome.rounds(),
                            round -> MICROS * round.load().seconds() / round.load().operations()).median())));
        }
        return lines;
    }

    private String axes() {
        return """
                <path class="axis" d="M%d %d V%d H%d"/>
                <text class="small" x="%d" y="%d">%s</text>
                <text class="small" x="%d" y="%d" text-anchor="end">%s</text>
                <text class="small" x="%d" y="%d" text-anchor="end">%s</text>
                <text class="small" x="%d" y="%d" text-anchor="end">%s</text>
                """.formatted(LEFT, TOP, BOTTOM, RIGHT,
                LEFT, BOTTOM + 14, Table.number(leastX), RIGHT, BOTTOM + 14, Table.number(mostX),
                LEFT - 4, BOTTOM, Table.number(leastY), LEFT - 4, TOP + 8, Table.number(mostY));
    }

    private String line(Side side, List<Point> points) {
        String path = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.size()), y(point.micros())))
                .collect(Collectors.joining(" "));
        String role = side.role().name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, """
                <polyline class="line %s" style="fill: none" points="%s"/>
                <text class="small" x="%d" y="%.1f">%s</text>
                """, role, path, RIGHT + 6, y(points.getLast().micros()) + 4, Chart.text(side.name()));
    }

    private double x(double size) {
        return LEFT + (RIGHT - LEFT) * share(size, leastX, mostX);
    }

    private double y(double micros) {
        return BOTTOM - (BOTTOM - TOP) * share(micros, leastY, mostY);
    }

    /** How far on the way from the least to the most, as logarithms count; in the middle when they are one. */
    private static double share(double value, double least, double most) {
        return most > least ? Math.log(value / least) / Math.log(most / least) : 0.5;
    }
}
