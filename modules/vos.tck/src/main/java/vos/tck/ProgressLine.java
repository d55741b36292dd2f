package vos.tck;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** One line on a terminal that is written over with each result; on anything else than a terminal, nothing. */
final class ProgressLine {

    private final PrintWriter out;
    private final Terminal terminal;
    private final int tests;
    private final Set<String> over = new HashSet<>();
    private int shown;

    ProgressLine(PrintWriter out, Terminal terminal, int tests) {
        this.out = out;
        this.terminal = terminal;
        this.tests = tests;
    }

    void tell(Result result) {
        boolean again = !over.add(result.test());
        if (terminal.present()) {
            String ids = result.requirements().stream().map(Requirement::id).collect(Collectors.joining(" "));
            String line = terminal.cut(over.size() + "/" + tests + (again ? " tried again: " : " ") + ids + " "
                    + result.title(), 0);
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        }
    }

    /** Leaves an empty line, for something else. */
    void clear() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
