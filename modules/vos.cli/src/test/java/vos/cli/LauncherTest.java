package vos.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.LineDialect;

/** One lab alone, as the published pair of programs was run. */
@Timeout(60)
class LauncherTest {
    private static final String USAGE = "usage: run server|client [options]";

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpSaysThatThereAreTwoRoles(String option) {
        run(option).endsWith(0).prints(USAGE).complainsOfNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "SERVER", "nonsense"})
    void anotherRoleIsAMistake(String role) {
        run(role).endsWith(2).printsNothing().complainsOf(USAGE);
    }

    @Test
    void noRoleAtAllIsAMistake() {
        run().endsWith(2).printsNothing().complainsOf(USAGE);
    }

    @ParameterizedTest
    @CsvSource({"server, Usage: run server [OPTIONS]", "client, Usage: run client [OPTIONS] [HOST[:PORT]]"})
    void aRoleHasTheHelpOfItsCommandAndAsksForNoLab(String role, String usage) {
        Outcome help = run(role, "--help").endsWith(0).prints(usage + "\n").complainsOfNothing();
        assertFalse(help.out().contains("  LAB  "), help::toString);
        assertFalse(help.out().contains("\n\n\n"), help::toString);
    }

    @Test
    void aMistakeIsAnsweredByTheNameOfTheRole() {
        run("client", "::1").endsWith(2).complainsOf("'run client --help' says how it is used.");
    }

    @Test
    void theServerIsOneOfThisLab() {
        run("server", "--idle", "0").endsWith(2)
                .complainsOf("vos: Invalid value for option '--idle': 0 is not allowed, only 10ms to 24h")
                .complainsOf("'run server --help' says how it is used.");
    }

    @Test
    void theClientIsOneOfThisLab() throws Exception {
        try (var stranger = RawServer.thatSaysAndCloses("hello\n")) {
            run("client", stranger.address()).endsWith(3).complains("READY was expected: \"hello\"");
        }
    }

    private static Outcome run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printed = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Launcher.run(new LineDialect(), args);
            return new Outcome(code, printed.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
