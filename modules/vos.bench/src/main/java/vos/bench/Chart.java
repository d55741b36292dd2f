package vos.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as one picture, an SVG that needs nothing else: a panel of bars for each work, of lines for a series. */
final class Chart {
    static final int WIDTH = 480;
    private static final int COLUMNS = 2;
    private static final int HEAD = 60;
    private static final int GAP = 20;
    private static final String STYLE = """
            text { font: 12px sans-serif; fill: #222 }
            .title { font-weight: bold } .small { font-size: 10px; fill: #666 }
            .floor { fill: #999; stroke: #999 } .bare { fill: #ccc; stroke: #bbb }
            .ours { fill: #1f77b4; stroke: #1f77b4 } .peer { fill: #ff9d4d; stroke: #d97b2b }
            .whisker, .axis { stroke: #222; fill: none } .line { fill: none; stroke-width: 1.5 }
            """;

    private Chart() {
    }

    /**
     * A part of the picture.
     *
     * @param height in units of the picture
     * @param content elements, from its own upper left corner
     */
    record Panel(int height, String content) {
    }

    static String svg(Results results) {
        List<Panel> panels = panels(results);
        var body = new StringBuilder();
        int[] filled = {HEAD, HEAD};
        for (Panel panel : panels) {
            int column = filled[0] <= filled[1] ? 0 : 1;
            body.append("<g transform=\"translate(%d %d)\">%n%s</g>%n".formatted(
                    GAP + column * (WIDTH + GAP), filled[column], panel.content()));
            filled[column] += panel.height() + GAP;
        }
        int width = COLUMNS * (WIDTH + GAP) + GAP;
        int height = Math.max(filled[0], filled[1]);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <style>%3$s</style>
                <rect width="%1$d" height="%2$d" fill="white"/>
                <text class="title" x="%4$d" y="24">VOS beside its peers: medians, and from smallest to largest</text>
                <text class="small" x="%4$d" y="42">%5$s, %6$s</text>
                %7$s</svg>
                """.formatted(width, height, STYLE, GAP, text(results.machine().sentence()),
                results.began(), body);
    }

    /** Works that stand alone in their order, then the series. */
    private static List<Panel> panels(Results results) {
        List<Panel> panels = new ArrayList<>();
        Map<String, List<Comparison>> series = new LinkedHashMap<>();
        for (Comparison comparison : results.comparisons()) {
            if (comparison.work().step().isPresent()) {
                series.computeIfAbsent(comparison.work().step().get().series(), _ -> new ArrayList<>()).add(comparison);
            } else {
                panels.add(Bars.panel(comparison));
            }
        }
        series.values().forEach(points -> panels.add(GrowthLines.panel(points)));
        return panels;
    }

    /** Words, as XML has them. */
    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
