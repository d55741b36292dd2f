package vos.tck;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where the commands print to.
 *
 * @param present whether somebody looks at it, so that a line may be written over
 * @param ansi colours, or none
 * @param width in columns
 */
record Terminal(boolean present, Ansi ansi, int width) {

    /** A file, or another program. */
    static final Terminal NONE = new Terminal(false, Ansi.OFF, 80);
    private static final int NARROWEST = 60;
    private static final int WIDEST = 140;

    /** That of this process. */
    static Terminal of(CommandSpec command) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return NONE;
        }
        String noColour = System.getenv("NO_COLOR");
        Ansi ansi = noColour == null || noColour.isEmpty() ? Ansi.ON : Ansi.OFF;
        int width = Math.clamp(command.usageMessage().autoWidth(true).width(), NARROWEST, WIDEST);
        return new Terminal(true, ansi, width);
    }

    /** Words of the kit's own in a style of picocli's, such as {@code bold,red}. */
    String styled(String style, String words) {
        return ansi.string("@|" + style + " " + words + "|@");
    }

    /** A verdict's word in its colour. */
    String verdict(Verdict verdict) {
        return styled(switch (verdict) {
            case PASS -> "green";
            case OUT_OF_REACH, SKIPPED, LIMITATION, QUIRK -> "yellow";
            case FLAKY -> "bold,yellow";
            case FAIL, KIT_ERROR -> "bold,red";
        }, verdict.word());
    }

    /** The text in lines, broken at blanks: the first behind {@code head}, the others indented as far. */
    List<String> wrapped(String head, String text) {
        String indent = " ".repeat(head.length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        int room = Math.max(10, width - head.length());
        for (String word : text.replaceAll("([^ ]{" + room + "})(?=[^ ])", "$1 ").split(" ")) {
            boolean fits = line.length() + 1 + word.length() <= width || line.length() <= indent.length();
            if (!fits) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text, cut to what is left of a line behind {@code used} columns. */
    String cut(String text, int used) {
        int room = Math.max(10, width - used - (present ? 1 : 0));
        return text.length() <= room ? text : text.substring(0, room - 3) + "...";
    }
}
