package vos.tck;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of a suite against one peer, on the JUnit Platform, and comes to a verdict on each.
 *
 * <p>First the gates, one after the other: when one fails, the other tests of its level and above are skipped. Then the
 * probes, those of level robust too, selected or not, before any other test: when one fails, connections do not leave
 * each other alone, and the rest is run one after the other instead of side by side. So a server that serves one client
 * at a time falls short of what it falls short of, and of nothing else.
 *
 * <p>What fails is run again, alone and against a server that was started anew, so that nobody is accused of what
 * another test has done: what fails then has failed, and what passes is flaky, unless the server had ended meanwhile
 * and the test that ends it was found. A failure in which the kit was late itself proves nothing: it is run again until
 * the kit is in time, and counts only when it never was.
 */
final class Judge {

    private static final System.Logger LOG = System.getLogger(Judge.class.getName());
    /** How often a test is run at most, for the kit to be in time once. */
    private static final int ATTEMPTS = 6;
    private static final Set<Verdict> DISTURBED = EnumSet.of(Verdict.FAIL, Verdict.QUIRK, Verdict.LIMITATION);

    private final Suite suite;
    private final Run run;
    private final Selection selection;
    private final Consumer<Result> progress;
    private final boolean repeats;
    private final List<Misconception> known;
    private final Map<Method, Result> results = new LinkedHashMap<>();

    /**
     * A judge who tells {@code progress} of every result as soon as it is there; one may be replaced by a later one.
     */
    Judge(Suite suite, Run run, Selection selection, Consumer<Result> progress) {
        this(suite, run, selection, progress, true);
    }

    /** A judge who believes what fails at once, unless it {@code repeats}. */
    Judge(Suite suite, Run run, Selection selection, Consumer<Result> progress, boolean repeats) {
        this.suite = suite;
        this.known = suite.misconceptions();
        this.run = run;
        this.selection = selection;
        this.progress = progress;
        this.repeats = repeats;
    }

    /** The tests that a selection takes from a suite, in the order of its classes. */
    public static List<Method> tests(Suite suite, Selection selection) {
        List<Class<?>> classes = selection.party() == Party.CLIENT ? suite.clientTests() : suite.serverTests();
        return classes.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .sorted(Comparator.comparing(Method::getName)))
                .filter(method -> method.isAnnotationPresent(Judges.class))
                .filter(selection::takes).toList();
    }

    /** The name of a test, as {@code MiniFtpCommands.mkdirMakesADirectory}. */
    public static String name(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }

    /** Runs all that is selected. */
    public Report judge(String subject) {
        Instant started = Instant.now();
        List<Method> tests = tests(suite, selection);
        LauncherConfig config = LauncherConfig.builder().enableTestEngineAutoRegistration(true).build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.GLOBAL, TrialExtension.RUN, run);
            for (Level level : Level.values()) {
                judge(session, tests.stream().filter(test -> level(test) == level).toList());
            }
        }
        List<Result> inOrder = tests.stream().map(results::get).toList();
        return new Report(suite.lab(), subject, selection.party(), selection.level(), run.seed(), inOrder, started,
                Duration.between(started, Instant.now()));
    }

    private void judge(LauncherSession session, List<Method> tests) {
        List<Method> gates = with(tests, Gate.class);
        int crashes = run.target().crashes();
        gates.forEach(gate -> execute(session, List.of(gate), 1));
        repeatFailures(session, gates, crashes);
        List<Method> others = tests.stream().filter(test -> !results.containsKey(test)).toList();
        if (failed(test -> test.isAnnotationPresent(Gate.class))) {
            others.forEach(this::skip);
            return;
        }
        probe(session, others);
        // A quirk or a limitation that is excused still means that connections disturb each other.
        boolean apart = results.entrySet().stream().anyMatch(entry -> entry.getKey().isAnnotationPresent(Probe.class)
                && DISTURBED.contains(entry.getValue().verdict()));
        List<Method> rest = others.stream().filter(test -> !results.containsKey(test)).toList();
        List<Method> alone = with(rest, Alone.class);
        crashes = run.target().crashes();
        execute(session, rest.stream().filter(test -> !alone.contains(test)).toList(), apart ? 1 : selection.jobs());
        alone.forEach(test -> execute(session, List.of(test), 1));
        repeatFailures(session, rest, crashes);
    }

    /** Runs the probes among these tests, and those of level robust, if they have not been run yet. */
    private void probe(LauncherSession session, List<Method> tests) {
        if (tests.size() <= 1) {
            return;
        }
        Selection robust = new Selection(selection.party(), Level.ROBUST, List.of(), selection.jobs());
        List<Method> probes = Stream.concat(tests(suite, robust).stream(), tests.stream()).distinct()
                .filter(test -> test.isAnnotationPresent(Probe.class) && !results.containsKey(test)).toList();
        int crashes = run.target().crashes();
        probes.forEach(probe -> execute(session, List.of(probe), 1));
        repeatFailures(session, probes, crashes);
    }

    private static List<Method> with(List<Method> tests, Class<? extends Annotation> annotation) {
        return tests.stream().filter(test -> test.isAnnotationPresent(annotation)).toList();
    }

    private static Level level(Method test) {
        return Result.level(Result.requirements(test));
    }

    private boolean failed(Predicate<Method> which) {
        return results.entrySet().stream().filter(entry -> which.test(entry.getKey()))
                .anyMatch(entry -> entry.getValue().verdict() == Verdict.FAIL);
    }

    private void skip(Method test) {
        String gates = results.entrySet().stream().filter(entry -> entry.getKey().isAnnotationPresent(Gate.class))
                .map(Map.Entry::getValue).filter(result -> result.verdict() == Verdict.FAIL).map(Result::test)
                .collect(Collectors.joining(", "));
        Optional<String> obstacle = TrialExtension.obstacle(test, run);
        keep(test, new Result(name(test), Result.requirements(test),
                obstacle.isPresent() ? Verdict.OUT_OF_REACH : Verdict.SKIPPED,
                obstacle.orElse("it needs what " + gates + " tries"), Optional.empty(), "", Duration.ZERO));
    }

    /**
     * Runs the failed ones of these tests again, each alone. When the server has ended since it had done so {@code
     * crashes} times, all failed who were there: by one test's fault, which fails again, or else by all of theirs.
     */
    private void repeatFailures(LauncherSession session, List<Method> tests, int crashes) {
        List<Method> failed = tests.stream().filter(test -> results.get(test).verdict() == Verdict.FAIL).toList();
        Map<Method, Result> passed = new LinkedHashMap<>();
        boolean crashed = hasCrashed(crashes);
        boolean blamed = false;
        for (Method test : failed) {
            Result first = results.get(test);
            Result last = repeats ? repeated(session, test) : first;
            blamed |= last.verdict() != Verdict.PASS;
            if (last.verdict() == Verdict.PASS && (crashed || !isDoubtful(first))) {
                passed.put(test, first);
            } else if (last.verdict() == Verdict.FAIL) {
                keep(test, excused(test, last));
            }
        }
        if (crashed && blamed) {
            return;
        }
        passed.forEach((test, first) -> keep(test, first.with(Verdict.FLAKY, crashed
                ? "the server ended while this was tried beside others, and it passed when it was repeated alone"
                : "it failed, and passed when it was repeated alone")));
    }

    private Result repeated(LauncherSession session, Method test) {
        int attempts = 1;
        do {
            restart();
            execute(session, List.of(test), 1);
            attempts++;
        } while (isDoubtful(results.get(test)) && attempts < ATTEMPTS);
        return results.get(test);
    }

    private static boolean isDoubtful(Result result) {
        return result.failure().filter(Failure::doubtful).isPresent();
    }

    private boolean hasCrashed(int before) {
        try {
            run.target().ensureRunning();
        } catch (IOException e) {
            // The next test says what came of it.
            LOG.log(System.Logger.Level.DEBUG, "the server could not be started again", e);
        }
        return run.target().crashes() > before;
    }

    private Result excused(Method test, Result failed) {
        Limitation limitation = test.getAnnotation(Limitation.class);
        Quirk quirk = test.getAnnotation(Quirk.class);
        if (limitation != null) {
            return failed.with(Verdict.LIMITATION, limitation.value().id() + ": " + limitation.value().text());
        }
        return quirk != null && run.published() ? failed.with(Verdict.QUIRK, quirk.value()) : failed;
    }

    private void restart() {
        try {
            run.target().restart();
        } catch (IOException e) {
            // The test tries it again, and says what came of it.
            LOG.log(System.Logger.Level.DEBUG, "the server could not be started again", e);
        }
    }

    private void execute(LauncherSession session, List<Method> tests, int jobs) {
        if (!tests.isEmpty()) {
            session.getLauncher().execute(request(tests, jobs), new ResultListener(this::keep));
        }
    }

    private synchronized void keep(Method test, Result result) {
        Result kept = result.verdict() == Verdict.FAIL && result.usualCause().isEmpty()
                ? result.because(Misconceptions.usualCause(known, result.test())) : result;
        results.put(test, kept);
        if (selection.takes(test)) {
            progress.accept(kept);
        }
    }

    private static LauncherDiscoveryRequest request(List<Method> tests, int jobs) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream()
                        .map(test -> DiscoverySelectors.selectMethod(test.getDeclaringClass(), test)).toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", Boolean.toString(jobs > 1))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed");
        Stream.of("parallelism", "max-pool-size").forEach(name -> request.configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed." + name, Integer.toString(jobs)));
        return request.build();
    }
}
