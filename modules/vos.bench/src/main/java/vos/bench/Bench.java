package vos.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind {@code scripts/bench}. */
@Command(
        name = "scripts/bench", sortOptions = false, mixinStandardHelpOptions = true,
        description = "Measure the servers beside their peers, and beside what the machine can do without a protocol.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was measured", "1:a side failed in a work", "2:nothing could be measured"})
public final class Bench implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--short", description = "A few minutes in all; the default.")
    private boolean brief;

    @Option(names = "--long", description = "The sizes that are worth quoting, on the disk too, and how cost grows.")
    private boolean whole;

    @Option(names = "--only", split = ",", paramLabel = "WORK", description = "These works, or all of a series.")
    private List<String> only = List.of();

    @Option(names = "--peers", split = ",", paramLabel = "SIDE",
            description = "Of the peers, these; the floor and our own servers are always there.")
    private List<String> peers = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count, behind one that does not.")
    private int rounds;

    @Option(names = "--report", paramLabel = "DIR", required = true,
            description = "Where report.json, table.txt and chart.svg go, and the files of the works on the disk.")
    private Path report;

    @Option(names = "--published", paramLabel = "FILE.py", description = "The published mini-FTP server.")
    private Path published;

    @Option(names = "--peer", paramLabel = "SIDE=PROGRAM", description = "Where the program of a peer is.")
    private Map<String, Path> programs = Map.of();

    @Option(names = "--list", description = "Say which works and sides there are, and measure nothing.")
    private boolean list;

    @Mixin
    private Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    private Bench() {
    }

    /** Runs it and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(command().execute(args));
    }

    static CommandLine command() {
        return new CommandLine(new Bench()).setUsageHelpAutoWidth(true).setExpandAtFiles(false)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("bench: " + (failure instanceof BenchException
                            ? failure.getMessage() : failure.toString()));
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() throws BenchException, IOException {
        if (brief && whole) {
            throw new BenchException("--short and --long at once; choose one");
        }
        if (rounds < 0) {
            throw new BenchException("--rounds has to be 1 or more, not " + rounds);
        }
        Form form = whole ? Form.LONG : Form.SHORT;
        Sides sides = Sides.of(surroundings, Programs.of(programs), published).chosen(peers);
        if (list) {
            sides.describe(form, out());
            return CommandLine.ExitCode.OK;
        }
        List<Work> works = works(form);
        List<Results.Missing> missing = sides.missing();
        missing.forEach(each -> err().println(each.side() + " is missing; " + each.remedy()));
        Instant began = Instant.now();
        List<Comparison> comparisons = run(form, works, sides.present());
        Results results = new Results(began, Machine.here(), form, comparisons, missing);
        write(results);
        return results.failed() ? FAILED : CommandLine.ExitCode.OK;
    }

    private List<Work> works(Form form) throws BenchException {
        for (String name : only) {
            if (form.works().stream().noneMatch(work -> work.answersTo(name))) {
                throw new BenchException("there is no work '%s'; --list tells them".formatted(name));
            }
        }
        return only.isEmpty()
                ? form.usual()
                : form.works().stream().filter(work -> only.stream().anyMatch(work::answersTo)).toList();
    }

    private int counted(Form form, Work work) {
        return rounds > 0 ? rounds : form.rounds(work);
    }

    private List<Comparison> run(Form form, List<Work> works, Sides sides) throws IOException {
        List<Comparison> comparisons = new ArrayList<>();
        try (Cleanup cleanup = Cleanup.atExit()) {
            Site site = Site.below(report);
            cleanup.also(site);
            for (Work work : works) {
                var progress = new Progress(err(), Terminal.present(), work, counted(form, work));
                try (var bed = new Bed(work, site, cleanup, surroundings.vosLoad())) {
                    var turns = new Rounds(counted(form, work), progress);
                    List<Outcome> outcomes = (work.task().fresh() ? turns.withoutWarmUp() : turns)
                            .run(sides.that(work), bed::measure);
                    comparisons.add(new Comparison(work, outcomes));
                }
                print(comparisons.getLast(), out());
            }
        }
        return comparisons;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static void print(Comparison comparison, PrintWriter out) {
        Table.lines(comparison).forEach(out::println);
        out.println();
        out.flush();
    }

    private void write(Results results) throws IOException {
        List<String> table = new ArrayList<>(List.of(results.machine().sentence(), ""));
        results.comparisons().forEach(comparison -> {
            table.addAll(Table.lines(comparison));
            table.add("");
        });
        Files.write(report.resolve("table.txt"), table);
        JsonReport.write(results, report.resolve("report.json"));
        Files.writeString(report.resolve("chart.svg"), Chart.svg(results));
        out().println(results.machine().sentence());
        out().println("Written: report.json, table.txt and chart.svg in " + report);
    }
}
