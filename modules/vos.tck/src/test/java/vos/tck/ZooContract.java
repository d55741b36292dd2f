package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the tests of each protocol have to prove before they may judge anybody: they find nothing wrong with a sound
 * server, something wrong with every broken one, and no requirement is judged by tests that never fail.
 *
 * <p>Which tests a broken server or client fails is written in the suite's {@code misconceptions.json}; here it is
 * tried that they still do, for so many of them that every broken one and every requirement is among them. {@code
 * -Dvos.tck.zoo=all} tries it for all, and {@code -Dvos.tck.zoo=write} runs every test against every broken one, and
 * writes that file anew.
 */
@Execution(ExecutionMode.CONCURRENT)
public abstract class ZooContract {

    private static final String MODE = System.getProperty("vos.tck.zoo", "sample");
    /** Broken ones mostly say nothing: half a second is enough to see what is known. */
    private static final double IMPATIENCE = 0.1;
    /** To find out what they fail takes more, as a machine that is busy must not add to it. */
    private static final double PATIENCE = 0.4;
    private static final int AT_ONCE = 6;
    private static final int TRIES = 10;

    @TempDir
    private Path directory;

    /** For the zoo of a protocol. */
    protected ZooContract() {
    }

    /** The servers. */
    protected abstract Zoo zoo();

    /** Where the list of misconceptions lies among the sources. */
    protected abstract Path misconceptions();

    @Test
    void theSoundServerFailsNothing() throws IOException {
        try (ZooServer sound = zoo().sound(Files.createDirectory(directory.resolve("sound"))).start()) {
            assertEquals(List.of(), unkept(judge(sound, Party.SERVER, List.of(), 1, true)));
        }
    }

    @Test
    void theSoundClientFailsNothing() {
        assertEquals(List.of(), unkept(judge(zoo().soundClient(), Party.CLIENT, List.of(), 1, true)));
    }

    private static List<String> unkept(Report report) {
        return report.results().stream()
                .filter(result -> result.verdict() != Verdict.PASS && result.verdict() != Verdict.LIMITATION)
                .map(result -> result.verdict() + " " + result.test() + ": " + result.reason()).toList();
    }

    @Test
    void everyBrokenOneFailsTheTestsThatItIsKnownToFail() throws IOException {
        if (MODE.equals("write")) {
            write(failures(Map.of()));
            return;
        }
        Map<String, Set<String>> known = known();
        assertEquals(new TreeSet<>(explanations().keySet()), known.keySet(),
                "the list of misconceptions is not that of the zoo");
        known.forEach((name, fails) -> assertTrue(!fails.isEmpty(), () -> "no test notices: " + name));
        Map<String, Set<String>> tried = MODE.equals("all") ? known : sample(known);
        Map<String, Set<String>> survived = failures(tried);
        survived.replaceAll((name, failed) -> without(tried.get(name), failed));
        survived.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), survived, "tests that no longer notice what is wrong");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new TreeMap<>();
        zoo().suite().misconceptions().forEach(one -> known.put(one.name(), new TreeSet<>(one.fails())));
        return known;
    }

    /** Of what each is known to fail, one test, and so many more that every requirement is among them. */
    private Map<String, Set<String>> sample(Map<String, Set<String>> known) {
        Map<String, List<Requirement>> judged = Stream.of(Party.SERVER, Party.CLIENT).flatMap(this::tests)
                .collect(Collectors.toMap(Judge::name, Result::requirements));
        Set<Requirement> covered = EnumSet.noneOf(Requirement.class);
        Map<String, Set<String>> sample = new TreeMap<>();
        known.forEach((name, fails) -> {
            Set<String> some = fails.stream().filter(test -> covered.addAll(judged.getOrDefault(test, List.of())))
                    .collect(Collectors.toCollection(TreeSet::new));
            sample.put(name, some.isEmpty() ? new TreeSet<>(List.of(fails.iterator().next())) : some);
        });
        return sample;
    }

    private Stream<Method> tests(Party party) {
        return Judge.tests(zoo().suite(), new Selection(party, Level.STRICT, List.of(), 1)).stream();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER", "CLIENT"})
    void everyRequirementThatMustBeKeptIsMissedBySomeBrokenOne(Party party) {
        Set<String> failed = zoo().suite().misconceptions().stream().map(Misconception::fails)
                .flatMap(Collection::stream).collect(Collectors.toSet());
        Set<Requirement> judged = EnumSet.noneOf(Requirement.class);
        Set<Requirement> missed = EnumSet.noneOf(Requirement.class);
        tests(party).forEach(test -> {
            judged.addAll(Result.requirements(test));
            if (failed.contains(Judge.name(test))) {
                missed.addAll(Result.requirements(test));
            }
        });
        judged.removeIf(requirement -> missed.contains(requirement) || requirement.keyword() != Keyword.MUST);
        assertEquals(Set.of(), judged, "requirements that no broken one misses");
    }

    /** What the zoo says of each of its broken servers and clients. */
    private Map<String, String> explanations() {
        Map<String, String> explanations = new LinkedHashMap<>();
        zoo().mutants().forEach(mutant -> explanations.put(mutant.name(), mutant.explanation()));
        zoo().brokenClients().forEach(broken -> explanations.put(broken.name(), broken.explanation()));
        return explanations;
    }

    /** The tests that each broken one fails, of those that it is known to fail; of all, if nothing is known. */
    private Map<String, Set<String>> failures(Map<String, Set<String>> known) throws IOException {
        Map<String, Set<String>> failures = new ConcurrentHashMap<>();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Zoo.Mutant mutant : zoo().mutants()) {
                Path root = Files.createDirectory(directory.resolve("mutant" + running.size()));
                running.add(executor.submit(() -> failures.put(mutant.name(), failures(mutant, root, known))));
            }
            zoo().brokenClients().forEach(broken -> running.add(executor.submit(() -> failures.put(broken.name(),
                    failed(broken.client(), Party.CLIENT, known.getOrDefault(broken.name(), Set.of()))))));
        }
        running.stream().filter(one -> one.state() == Future.State.FAILED).findFirst().ifPresent(one -> {
            throw new IllegalStateException("a broken one could not be judged", one.exceptionNow());
        });
        return new TreeMap<>(failures);
    }

    private Set<String> failures(Zoo.Mutant mutant, Path root, Map<String, Set<String>> known) {
        try (ZooTarget server = new ZooTarget(mutant.maker(), root)) {
            return failed(server, Party.SERVER, known.getOrDefault(mutant.name(), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(mutant.name(), e);
        }
    }

    /**
     * What is known is believed when it fails once, and tried again when it does not: on a machine that is busy,
     * bytes that were to arrive apart may arrive together. What is found out has to fail twice.
     */
    private Set<String> failed(Target target, Party party, Set<String> known) {
        if (known.isEmpty()) {
            return failed(judge(target, party, List.of(), PATIENCE, true));
        }
        Set<String> failed = new TreeSet<>();
        for (int i = 0; i < TRIES && !failed.containsAll(known); i++) {
            List<String> left = List.copyOf(without(known, failed));
            failed.addAll(failed(judge(target, party, left, IMPATIENCE, false)));
        }
        return failed;
    }

    private static Set<String> failed(Report report) {
        return report.results().stream().filter(result -> result.verdict() == Verdict.FAIL)
                .map(Result::test).collect(Collectors.toCollection(TreeSet::new));
    }

    private Report judge(Target target, Party party, List<String> only, double timeoutFactor, boolean repeats) {
        Run run = new Run(target, new Run.Settings(1, timeoutFactor, Run.PeerKind.STANDARD));
        Selection selection = new Selection(party, Level.STRICT, only, 8);
        return new Judge(zoo().suite(), run, selection, result -> { }, repeats).judge("zoo");
    }

    private void write(Map<String, Set<String>> failures) throws IOException {
        List<Misconception> list = new ArrayList<>();
        explanations().forEach((name, explanation) ->
                list.add(new Misconception(name, explanation, List.copyOf(failures.get(name)))));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(misconceptions().toFile(), list);
    }
}
