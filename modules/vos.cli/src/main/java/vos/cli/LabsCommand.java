package vos.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vos.protocol.Dialect;
import vos.protocol.Operation;
import vos.protocol.Vocabulary.Verb;

/** {@code vos labs}: what there is, and what each can do. */
@Command(name = "labs", description = "List the protocol variants: what each can do, and by which command.",
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {"0:they are listed", "2:wrong usage"})
final class LabsCommand implements Callable<Integer> {
    private static final String NO = "-";

    private final Labs labs;

    @Spec
    private CommandSpec spec;

    LabsCommand(Labs labs) {
        this.labs = labs;
    }

    /** A line of the table: what it is about, and what is said of each lab. */
    private record Row(String title, List<String> cells) {
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = rows();
        int width = rows.stream().mapToInt(row -> row.title().length()).max().orElse(0);
        List<Integer> widths = widths(rows);
        for (Row row : rows) {
            var line = new StringBuilder(row.title()).repeat(' ', width - row.title().length());
            for (int lab = 0; lab < widths.size(); lab++) {
                String cell = row.cells().get(lab);
                line.append("  ").append(cell).repeat(' ', widths.get(lab) - cell.length());
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
        out.println("How a message ends:");
        labs.all().forEach(lab -> out.printf("  %s - %s%n    %s%n", lab.id(), lab.title(), lab.framing()));
        out.flush();
        return ExitCode.OK;
    }

    private List<Row> rows() {
        Stream<Row> facts = Stream.of(
                row("", Dialect::id),
                row("port", lab -> Integer.toString(lab.defaultPort())),
                row("log in", lab -> lab.needsLogin() ? "yes" : NO));
        Stream<Row> operations = Arrays.stream(Operation.values())
                .map(operation -> row(operation.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        lab -> words(lab, operation)));
        Row shell = row("a shell of its own", lab -> lab.vocabulary().passesOn() ? "yes" : NO);
        return Stream.of(facts, operations, Stream.of(shell)).flatMap(Function.identity())
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.equals(NO))).toList();
    }

    private Row row(String title, Function<Dialect, String> cell) {
        return new Row(title, labs.all().stream().map(cell).toList());
    }

    private static String words(Dialect lab, Operation operation) {
        String words = lab.vocabulary().verbs().stream().filter(verb -> verb.operation() == operation)
                .map(Verb::word).collect(Collectors.joining(", "));
        return words.isEmpty() ? NO : words;
    }

    private List<Integer> widths(List<Row> rows) {
        return IntStream.range(0, labs.all().size())
                .mapToObj(lab -> rows.stream().mapToInt(row -> row.cells().get(lab).length()).max().orElse(0)).toList();
    }
}
