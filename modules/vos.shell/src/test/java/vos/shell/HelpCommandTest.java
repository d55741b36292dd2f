package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of commands, as people see it. */
final class HelpCommandTest {

    @TempDir
    private Path root;

    private Console console;

    @BeforeEach
    void open() throws IOException {
        console = Console.in(root);
    }

    @Test
    void everyCommandIsListedOnce() {
        List<String> listed = console.run("help").output().lines().map(line -> line.split(" ")[0]).sorted().toList();
        assertEquals(List.of("cat", "cd", "cp", "df", "du", "echo", "find", "head", "help", "ls", "mkdir", "mv", "pwd",
                "rm", "rmdir", "stat", "tail", "touch", "tree", "wc"), listed);
    }

    @Test
    void aCommandIsExplainedByItsOptions() {
        console.run("help mkdir").prints(
                "Usage: mkdir [-p] PATH...",
                "mkdir makes directories.",
                "  -p  parents too, and no complaint if it is there");
        console.run("help pwd").prints("Usage: pwd", "pwd prints the current directory.");
        console.run("help head").prints(
                "Usage: head [-n N | -c N] PATH...",
                "head prints the beginning of files.",
                "  -n  N lines; 10 if nothing is said",
                "  -c  N bytes");
        console.run("help nope pwd").failsWith("help: no such command: 'nope'", "Usage: pwd",
                "pwd prints the current directory.");
    }

    @Test
    void whateverHelpNamesIsUnderstood() {
        for (Command command : Commands.ALL) {
            for (Flag flag : command.usage().flags()) {
                String line = command.usage().name() + " -" + flag.letter() + (flag.takesValue() ? " 1" : "") + " nope";
                String output = console.run(line).output();
                assertTrue(!output.contains("invalid option"), () -> line + ": " + output);
            }
            assertTrue(console.run("help " + command.usage().name()).output().length() > 20);
        }
    }
}
