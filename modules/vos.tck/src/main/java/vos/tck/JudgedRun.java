package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run, as somebody at a terminal follows it: tells each result as it comes, keeps {@code results.json} up to date,
 * and reports in the end. When the process is told to end meanwhile, what is known by then is what was judged.
 */
final class JudgedRun {

    private static final System.Logger LOG = System.getLogger(JudgedRun.class.getName());
    /** Of what a server has printed before it ended. */
    private static final int LINES = 15;
    private static final String NOT_YET = "it was not tried: the run was stopped";

    private final Suite suite;
    private final Run.Settings settings;
    private final Selection selection;
    private final String subject;
    private final ReportFiles files;
    private final Map<String, Result> results = new LinkedHashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Instant started = Instant.now();
    private boolean stopped;

    /** A run of the tests of {@code selection} against {@code subject}, which are words for people. */
    JudgedRun(Suite suite, Run.Settings settings, Selection selection, String subject, ReportFiles files) {
        this.suite = suite;
        this.settings = settings;
        this.selection = selection;
        this.subject = subject;
        this.files = files;
        for (Method test : Judge.tests(suite, selection)) {
            results.put(Judge.name(test), new Result(Judge.name(test), Result.requirements(test), Verdict.SKIPPED,
                    NOT_YET, Optional.empty(), "", Duration.ZERO));
        }
    }

    /** What starts whoever is judged. */
    interface Opening {
        SubjectOptions.Subject open() throws IOException;
    }

    /** Runs it all, and gives the exit code. */
    int judge(Opening opening, PrintWriter out, Terminal terminal) throws IOException {
        // Nothing is lost yet: that a report cannot be written is told at once.
        files.begin(soFar(), "The run was ended before a test was over.");
        ProgressLine line = new ProgressLine(out, terminal, results.size());
        try (Closeable _ = Processes.beforeTheEnd(() -> stop(out, line));
                SubjectOptions.Subject judged = open(opening)) {
            terminal.wrapped("", heading()).forEach(out::println);
            out.flush();
            Run run = new Run(judged.target(), settings);
            Report report = new Judge(suite, run, selection, result -> tell(result, line)).judge(subject);
            if (judged.target() instanceof StartedServer) {
                run.root().ifPresent(root -> Litter.remove(root, run.tag(), started));
            }
            return finish(report, judged.target(), out, terminal, line);
        }
    }

    private SubjectOptions.Subject open(Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException e) {
            tellOfNone(e);
            throw e;
        }
    }

    private synchronized void tellOfNone(IOException cause) {
        if (!stopped) {
            write("Nothing could be judged: " + ToolFailures.sentence(cause));
        }
    }

    private String heading() {
        long requirements = soFar().verdicts().size();
        return String.format(Locale.ROOT, "%s, %s: %s on %s, up to level %s, seed %d", suite.lab(), subject,
                Text.count(results.size(), "test"), Text.count(requirements, "requirement"),
                selection.level().name().toLowerCase(Locale.ROOT), settings.seed());
    }

    private Report soFar() {
        return new Report(suite.lab(), subject, selection.party(), selection.level(), settings.seed(),
                new ArrayList<>(results.values()), started, Duration.between(started, Instant.now()));
    }

    private synchronized void tell(Result result, ProgressLine line) {
        if (stopped) {
            return;
        }
        results.put(result.test(), result);
        over.add(result.test());
        line.tell(result);
        write("The run was ended after " + over() + ".");
    }

    private String over() {
        return over.size() + " of " + Text.count(results.size(), "test");
    }

    private void write(String words) {
        try {
            files.soFar(soFar(), words);
        } catch (IOException e) {
            // It is tried again with each result; what cannot be written in the end either is told then.
            LOG.log(System.Logger.Level.DEBUG, "results.json could not be written", e);
        }
    }

    /** What fails from here on fails because everything is being ended. */
    private synchronized void stop(PrintWriter out, ProgressLine line) {
        stopped = true;
        line.clear();
        out.println("Stopped after " + over() + ".");
        out.flush();
    }

    private synchronized int finish(Report report, Target target, PrintWriter out, Terminal terminal,
            ProgressLine line) throws IOException {
        if (stopped) {
            return ExitCode.UNUSABLE;
        }
        line.clear();
        Optional<Misconception> misconception = files.texts().disclosure() == Disclosure.VERDICT ? Optional.empty()
                : misconception(report);
        new ConsoleReport(out, terminal).print(report, files.texts(), misconception);
        if (nothingWasTried(report)) {
            out.println("nothing could be judged: no test was tried");
        }
        Optional<IOException> unwritten = write(report, misconception);
        if (files.texts().disclosure() == Disclosure.ALL && target instanceof StartedServer server) {
            tellOfCrashes(server, out);
        }
        unwritten.map(cause -> "not everything could be written: " + ToolFailures.sentence(cause))
                .or(() -> files.directory().map(directory -> "reports: " + directory.resolve("index.html")))
                .ifPresent(out::println);
        return unwritten.isPresent() && files.directory().isPresent() ? ExitCode.UNUSABLE : exitCode(report);
    }

    /** Writes the files, when the verdicts have been told: whoever gets no file has them still. */
    private Optional<IOException> write(Report report, Optional<Misconception> misconception) {
        try {
            files.finished(report, misconception);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static void tellOfCrashes(StartedServer server, PrintWriter out) throws IOException {
        if (server.crashes() > 0) {
            List<String> said = Text.printableLines(server.printed()).lines().toList();
            out.println("the server ended by itself, and was started again, " + Text.count(server.crashes(), "time")
                    + (said.isEmpty() ? "; it printed nothing" : "; the end of what it printed:"));
            said.subList(Math.max(0, said.size() - LINES), said.size()).forEach(line -> out.println("    " + line));
        }
    }

    /** The nearest one, of what the tests that were run can tell. */
    private Optional<Misconception> misconception(Report report) {
        Set<String> failed = report.results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.FLAKY)
                .map(Result::test).collect(Collectors.toSet());
        List<Misconception> visible = suite.misconceptions().stream().map(known -> new Misconception(known.name(),
                known.explanation(), known.fails().stream().filter(results::containsKey).toList())).toList();
        return Misconceptions.nearest(visible, failed);
    }

    private static boolean nothingWasTried(Report report) {
        return report.results().stream().map(Result::verdict)
                .allMatch(verdict -> verdict == Verdict.OUT_OF_REACH || verdict == Verdict.SKIPPED);
    }

    private static int exitCode(Report report) {
        Set<Verdict> verdicts = report.results().stream().map(Result::verdict).collect(Collectors.toSet());
        if (verdicts.contains(Verdict.FAIL) || verdicts.contains(Verdict.FLAKY)) {
            return ExitCode.FAILED;
        }
        return verdicts.contains(Verdict.KIT_ERROR) || nothingWasTried(report) ? ExitCode.UNUSABLE : ExitCode.PASSED;
    }
}
