package vos.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@link FailureText} as lines: on a terminal, and in reports that take plain text. */
final class FailureLines {

    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    private FailureLines(Terminal terminal) {
        this.terminal = terminal;
    }

    static List<String> of(FailureText text, Terminal terminal) {
        FailureLines made = new FailureLines(terminal);
        String verdict = text.verdict().word() + INDENT;
        made.lines.add(terminal.verdict(text.verdict()) + INDENT + terminal.cut(text.title(), verdict.length()));
        made.lines.add(" ".repeat(verdict.length()) + text.test());
        made.requirements(text);
        made.story(text);
        made.remedies(text);
        return made.lines;
    }

    /** Only in what way it failed: for somebody who has seen the steps. */
    static List<String> outcome(FailureText text, Terminal terminal) {
        FailureLines made = new FailureLines(terminal);
        made.paragraph(INDENT, text.way());
        made.evidence(text);
        return made.lines;
    }

    private void requirements(FailureText text) {
        for (FailureText.Statement stated : text.requirements()) {
            String head = INDENT + stated.id() + INDENT;
            lines.add("");
            lines.addAll(terminal.wrapped(head, stated.text()));
            lines.add(" ".repeat(head.length()) + stated.place());
        }
    }

    private void story(FailureText text) {
        paragraph(INDENT, text.way());
        if (!text.steps().isEmpty()) {
            lines.add("");
            text.steps().forEach(this::step);
        }
        evidence(text);
    }

    private void evidence(FailureText text) {
        if (!text.expected().isEmpty()) {
            paragraph(INDENT + "expected  ", text.expected());
            listed(INDENT + "received  ", text.received());
        }
        if (!text.printed().isEmpty()) {
            listed(INDENT + "it said   ", text.printed());
        }
        if (!text.window().isEmpty()) {
            lines.add("");
            text.window().forEach(line -> lines.add(INDENT + line));
        }
    }

    private void step(FailureText.Line step) {
        String head = String.format(Locale.ROOT, "%s %3s  ", step.failed() ? INDENT + ">" : INDENT + " ", step.label());
        List<String> wrapped = terminal.wrapped(head, step.words());
        wrapped.forEach(line -> lines.add(step.failed() ? bold(line) : line));
    }

    /** A stranger's words may hold what picocli takes for markup. */
    private String bold(String line) {
        return terminal.ansi().enabled() ? "\u001b[1m" + line + "\u001b[0m" : line;
    }

    private void remedies(FailureText text) {
        paragraph(INDENT + "usual cause  ", text.usualCause());
        if (!text.shell().isEmpty()) {
            lines.add("");
            lines.add(INDENT + "in a shell   " + text.shell());
        }
        if (!text.replay().isEmpty()) {
            lines.add("");
            lines.add(INDENT + "once more    " + text.replay());
        }
    }

    private void listed(String head, String text) {
        String beside = head;
        for (String line : text.split("\n")) {
            lines.addAll(terminal.wrapped(beside, line));
            beside = " ".repeat(head.length());
        }
    }

    private void paragraph(String head, String text) {
        if (!text.isEmpty()) {
            lines.add("");
            lines.addAll(terminal.wrapped(head, text));
        }
    }
}
