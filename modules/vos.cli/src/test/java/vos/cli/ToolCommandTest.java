package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of modules that the program does not know. */
class ToolCommandTest {
    private final Judge tool = new Judge();

    private Outcome vos(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Outcome.commands(List.of(), List.of(tool), out, err).execute(args);
        return new Outcome(code, out.toString(), err.toString());
    }

    @Test
    void theToolEndsTheProgramWithItsOwnExitCode() {
        vos("judge", "code", "42").endsWith(42).prints("judged [code, 42]").complainsOf("and found wanting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "-V", "--version", "--", "-x=1", "@file", "", " ", "'a b'", "help",
        "judge"})
    void whateverIsTypedIsForTheTool(String argument) {
        vos("judge", argument, "b", argument).endsWith(0);
        vos("judge", "a", argument).endsWith(0);
        assertEquals(List.of(List.of(argument, "b", argument), List.of("a", argument)), tool.calls);
    }

    @Test
    void theToolIsAmongTheCommandsOfTheProgram() {
        vos("--help").endsWith(0).prints("  judge    Tell good from bad.");
        vos("judgee").endsWith(2).complainsOf("Did you mean: vos judge");
    }

    @Test
    void helpBeforeTheToolIsTheHelpOfTheTool() {
        assertEquals(vos("judge", "--help").out(), vos("help", "judge").out());
        assertEquals(List.of(List.of("--help"), List.of("--help")), tool.calls);
    }

    /** On the class path, on which these tests run, no module is one of ours; the tools of the JDK are there. */
    @Test
    void theToolsOfOthersAreNoCommands() {
        assertEquals(List.of(), ToolCommand.installed());
    }

    private static final class Judge implements ToolProvider {
        private final List<List<String>> calls = new ArrayList<>();

        @Override
        public String name() {
            return "judge";
        }

        @Override
        public Optional<String> description() {
            return Optional.of("Tell good from bad.");
        }

        @Override
        public int run(PrintWriter out, PrintWriter err, String... args) {
            calls.add(List.of(args));
            out.println("judged " + List.of(args));
            err.println("and found wanting");
            return args[0].equals("code") ? Integer.parseInt(args[1]) : 0;
        }
    }
}
