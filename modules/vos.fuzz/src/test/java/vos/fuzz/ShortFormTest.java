package vos.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every build has time for: the inputs that are kept, and for each target some hundreds more that are made of
 * them, always the same. {@code -Dvos.fuzz.seed} and {@code -Dvos.fuzz.runs} make others, and more.
 */
final class ShortFormTest {
    private static final long SEED = Long.getLong("vos.fuzz.seed", 1);
    private static final int RUNS = Integer.getInteger("vos.fuzz.runs", 500);
    private static final Path FINDINGS = Path.of("target/fuzz");

    static List<String> targets() {
        return Targets.names();
    }

    @Test
    void everyTargetHasInputsAndEveryInputATarget() throws IOException {
        assertEquals(Targets.names().stream().sorted().toList(), Corpus.targets());
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyInputThatIsKeptHolds(String target) throws IOException {
        List<Path> inputs = Corpus.of(target);
        assertFalse(inputs.isEmpty(), target);
        for (Path input : inputs) {
            run(target, Files.readAllBytes(input), input);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsMadeOfTheInputsHoldsToo(String target) throws IOException {
        var kept = new ArrayList<byte[]>();
        for (Path input : Corpus.of(target)) {
            kept.add(Files.readAllBytes(input));
        }
        var mutation = new Mutation(kept, SEED);
        for (int i = 0; i < RUNS; i++) {
            run(target, mutation.next(), FINDINGS.resolve(target).resolve("short-" + SEED + "-" + i));
        }
    }

    private static void run(String target, byte[] input, Path file) throws IOException {
        try {
            Targets.named(target).run(input);
        } catch (IOException | RuntimeException | Error e) {
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.write(file, input);
            }
            throw new AssertionError("scripts/vos-fuzz --replay " + target + " modules/vos.fuzz/" + file, e);
        }
    }
}
