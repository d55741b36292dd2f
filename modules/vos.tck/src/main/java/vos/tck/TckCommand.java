package vos.tck;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vos tck LAB}: judges a server or a client, and tells what came of it. */
@Command(name = "vos tck", sortOptions = false,
        description = {"Judge a server or a client, whoever wrote it and in whatever language, over TCP. Each test is "
            + "a conversation, and judges one or two requirements of the specification by their ids, such as MFTP-3.3. "
            + "What fails is tried again, alone, before it counts.", "",
            "Begin with --level core: every message in one piece, in lock-step. robust adds what networks and "
            + "strangers do: messages cut and joined, binary contents, hostile names, peers that stall or vanish. "
            + "strict adds the unambiguous form of the protocol."},
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:everything passed, but for what the protocol excuses, and what the kit cannot see or do with --target",
            "1:something failed, or passed only when it was repeated (flaky)",
            "2:nobody can tell: wrong usage, no server, no test that could be tried, a report that cannot be written, "
                + "or a defect of the kit"},
        footer = {"A command is split into words at blanks and quotes, and no shell is started. It runs in an empty "
            + "directory; words that lead to files of the current directory are replaced by their full paths, and "
            + "{here} by that of the current directory.", "",
            "Examples:",
            "  vos tck mini-ftp --list",
            "  vos tck mini-ftp --start \"python3 server.py {port} {root}\" --level core",
            "  vos tck mini-ftp --target 127.0.0.1:65438 --root /tmp/files",
            "  vos tck mini-ftp --target 127.0.0.1:65438 --only MFTP-3,MFTP-4.1 --seed 4711",
            "  vos tck mini-ftp --start \"vos serve mini-ftp --port {port} --root {root}\"",
            "  vos tck mini-ftp --client \"vos connect mini-ftp {host}:{port}\" --report out"})
final class TckCommand implements Callable<Integer> {

    /** Where the replay files go when there is no other place for them. */
    private static final String REPLAYS = "vos-tck-replay";

    private final List<Suite> suites;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "The protocol; 'vos labs' lists them.")
    private String lab;

    @Mixin
    private SubjectOptions subject;

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "robust",
            description = "Up to which level: core, robust or strict (default: ${DEFAULT-VALUE}).")
    private Level level;

    @Option(names = "--only", paramLabel = "ID", split = ", *", splitSynopsisLabel = ",",
            description = "Only tests of these requirements (MFTP-3.3), sections (MFTP-3), or names, as --list has "
                + "them; with commas between them, or each behind an --only of its own.")
    private List<String> only = List.of();

    @Option(names = "--list", description = "List the tests by section, and run none: those of servers and those of "
            + "clients; with --client '', those of clients alone.")
    private boolean list;

    @Option(names = "--peer", paramLabel = "KIND", defaultValue = "standard",
            description = "standard, or published: the published program, whose known differences from its own "
                + "description are not held against it (default: ${DEFAULT-VALUE}).")
    private Run.PeerKind peer;

    @Option(names = "--seed", paramLabel = "N",
            description = "Make random names and contents from this number, as an earlier run did (default: random).")
    private Long seed;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "8",
            description = "How many tests may run at once (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--timeout-factor", paramLabel = "F", defaultValue = "1",
            description = "Multiply every time limit, for a slow machine (default: ${DEFAULT-VALUE}).")
    private double timeoutFactor;

    @Option(names = "--report", paramLabel = "DIR",
            description = "Write index.html, report.json, junit.xml, results.json (for Gradescope) and replay files "
                + "there. Without it, only replay files are written, to the directory " + REPLAYS + ".")
    private Path report;

    @Option(names = "--disclose", paramLabel = "HOW MUCH", defaultValue = "all",
            description = "What a failure tells: all; hint, without the bytes; or verdict (default: ${DEFAULT-VALUE}).")
    private Disclosure disclosure;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    TckCommand(List<Suite> suites) {
        this.suites = suites.stream().sorted(Comparator.comparing(Suite::lab)).toList();
    }

    @Override
    public Integer call() throws IOException {
        SubjectOptions.requireFactor(timeoutFactor);
        UnusableException.require(jobs >= 1 && jobs <= 64, "--jobs is from 1 to 64, not " + jobs);
        Suite suite = suite();
        List<Selection> selections = (list ? subject.listed() : List.of(subject.party())).stream()
                .map(party -> new Selection(party, level, only, jobs))
                .filter(selection -> !Judge.tests(suite, selection).isEmpty()).toList();
        UnusableException.require(!selections.isEmpty(), "no test up to this level judges "
                + (only.isEmpty() ? "a " + subject.party().name().toLowerCase(Locale.ROOT) + " of " + lab
                        : String.join(" or ", only)) + "; 'vos tck " + lab + " --list' lists them");
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = Terminal.of(spec);
        if (list) {
            ConsoleReport.list(suite, selections, out, terminal);
            return ExitCode.PASSED;
        }
        return judge(suite, selections.getFirst(), out, terminal);
    }

    private Suite suite() throws UnusableException {
        return suites.stream().filter(suite -> suite.lab().equals(lab)).findFirst()
                .orElseThrow(() -> new UnusableException("there are no tests of a lab \"" + lab + "\"; there are of: "
                        + suites.stream().map(Suite::lab).collect(Collectors.joining(", "))));
    }

    private int judge(Suite suite, Selection selection, PrintWriter out, Terminal terminal) throws IOException {
        long chosen = seed == null ? RandomGenerator.getDefault().nextInt(1, 1_000_000) : seed;
        Run.Settings settings = new Run.Settings(chosen, timeoutFactor, peer);
        Duration patience = settings.patience();
        subject.check();
        Path replays = report == null ? Path.of(REPLAYS) : report;
        FailureTexts texts = new FailureTexts(disclosure, subject.address(suite), patience, Optional.of(replays));
        ReportFiles files = new ReportFiles(Optional.ofNullable(report), replays, texts);
        return new JudgedRun(suite, settings, selection, subject.words(), files)
                .judge(() -> subject.open(patience), out, terminal);
    }
}
