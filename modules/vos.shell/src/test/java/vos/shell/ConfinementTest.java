package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines typed with ill intent, on a real disk with links that lead out: nothing outside is told of or touched. */
final class ConfinementTest {

    private static final String SECRET = "the secret";

    private static final List<String> HOSTILE = List.of(
            "..", "../", "/..", "/../..", "../outside", "../outside/secret", "/../outside/secret", "../outside/new",
            "sub/../../outside/secret", "../root/file", "../../../../../../etc/passwd", "~/../outside/secret",
            "'..'/outside", "..\\/outside/secret", "../*", "../*/*", "*/../../outside/*", "link-out", "link-out/",
            "link-out/secret", "link-out/new", "link-out/*", "link-to-secret", "link-dangling",
            "sub/link-up", "sub/link-up/outside/secret", "'a\0b'", "'link-out\0'", ".vos-x.part",
            "'\u001b[2J'", "//../outside//secret", "./link-out/../../outside/secret");

    private static final List<String> LINES = List.of(
            "ls %s", "ls -laR %s", "cd %s", "mkdir %s", "mkdir -p %s", "mkdir -p %s/x", "rmdir %s", "rm %s", "rm -f %s",
            "rm -rf %s", "mv %s moved", "mv %s sub", "mv file %s", "mv file sub %s", "cp %s copy", "cp -r %s copy",
            "cp -r %s sub", "cp file %s", "cp -r sub %s", "cp file sub %s", "cat %s", "head %s", "head -c 5 %s",
            "tail %s", "tail -c 5 %s", "touch %s", "stat %s", "du %s", "du -s %s", "find %s", "find %s -type f",
            "wc %s", "wc -c %s", "echo %s", "tree %s", "help %s", "%s");

    @TempDir
    private Path host;

    private Console console;

    @BeforeEach
    void makeTree() throws IOException {
        HostTree.make(host, "outside/", "outside/secret = " + SECRET, "root/", "root/file = file", "root/sub/",
                "root/sub/inner = inner");
        Path root = host.resolve("root");
        Files.createSymbolicLink(root.resolve("link-out"), Path.of("../outside"));
        Files.createSymbolicLink(root.resolve("link-to-secret"), host.resolve("outside/secret"));
        Files.createSymbolicLink(root.resolve("link-dangling"), Path.of("../outside/new"));
        Files.createSymbolicLink(root.resolve("sub/link-up"), Path.of("../.."));
        console = Console.in(root);
    }

    @TestFactory
    Stream<DynamicTest> noCommandTellsOfOrTouchesWhatLiesOutside() {
        return LINES.stream().map(line -> dynamicTest(line, () -> {
            for (String path : HOSTILE) {
                List<String> before = HostTree.lines(host);
                Console.Answer answer = console.run(line.formatted(path));
                assertTellsNothing(answer);
                assertEquals(before, HostTree.lines(host), answer.line());
                assertEquals(line.startsWith("echo"), answer.status() == Shell.OK, () -> answer.toString());
                console.run("pwd").prints("/");
            }
        }));
    }

    @Test
    void removingATreeStopsAtItsLinks() throws IOException {
        console.run("rm -rf sub").failsWith("rm: cannot remove 'sub': Directory not empty");
        HostTree.assertHolds(host.resolve("root/sub"), "link-up -> ../..");
    }

    @Test
    void walksPassLinksBy() {
        console.run("find").prints(".", "./file", "./sub", "./sub/inner");
        console.run("ls -aR").prints(".:", ".", "..", "file", "sub", "", "./sub:", ".", "..", "inner");
        console.run("du").prints("5\t./sub", "9\t.");
        console.run("cp -r sub copy").prints();
        console.run("find copy").prints("copy", "copy/inner");
        console.run("echo * */* link-*/secret").prints("copy file sub copy/inner sub/inner link-*/secret");
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(30)
    void whateverIsTypedEndsWithAStatusAndLeavesTheOutsideAlone(long seed) throws IOException {
        List<String> outside = HostTree.lines(host.resolve("outside"));
        Set<Integer> statuses = Set.of(Shell.OK, Shell.FAILED, Shell.MISUSED, Shell.TOO_MANY_NAMES,
                Shell.UNKNOWN_COMMAND);
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            Console.Answer answer = console.run(line(random));
            assertTrue(statuses.contains(answer.status()), () -> answer.toString());
            assertFalse(answer.output().contains(SECRET), () -> answer.toString());
        }
        assertEquals(outside, HostTree.lines(host.resolve("outside")));
        assertTrue(Files.isSymbolicLink(host.resolve("root/link-out")), "a link was replaced");
    }

    private static String line(Random random) {
        List<String> words = List.of("-r", "-p", "-f", "-la", "-R", "-n", "-c", "3", "--", "-", "-name", "-type", "f",
                "file", "sub", "new", "/", ".", "..", "*", "?*", "[!a]*", "sub/*", "~", "'a b'", "\"x\"", "''", "$x",
                "|", "../*", "link-out", "link-out/secret", "sub/link-up/outside", "../outside/secret", "sub/../..",
                "\\", "'");
        String command = Commands.ALL.get(random.nextInt(Commands.ALL.size())).usage().name();
        return command + random.ints(random.nextInt(5), 0, words.size())
                .mapToObj(word -> " " + words.get(word)).collect(Collectors.joining());
    }

    private void assertTellsNothing(Console.Answer answer) {
        String output = answer.output();
        assertFalse(output.contains(SECRET), () -> answer.toString());
        assertFalse(output.contains(host.getFileName().toString()), () -> answer.toString());
        assertTrue(answer.line().startsWith("echo") || output.chars().noneMatch(c -> c != '\n' && c < ' '),
                () -> answer.toString());
        assertFalse(!answer.line().contains("secret") && output.contains("secret"), () -> answer.toString());
    }
}
