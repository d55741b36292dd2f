package vos.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What the program says of itself. */
class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "connect", "demo", "labs", "users", "users add", "users passwd",
        "users remove", "users list"})
    void helpDescribesEveryOptionAndTheExitCodes(String command) {
        Outcome help = Outcome.of(words(command, "--help")).endsWith(0).complainsOfNothing();
        help.prints("Exit codes:\n  0 ").prints("  2   wrong usage\n");
        assertAll(arguments(command).map(argument -> () ->
                assertTrue(String.join("", argument.description()).matches("[A-Z].*\\."), argument::toString)));
        assertAll(help.out().lines().map(line -> () -> assertTrue(line.length() <= 80, line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "connect", "demo", "labs", "users"})
    void helpBeforeACommandIsTheHelpOfTheCommand(String command) {
        assertEquals(Outcome.of(command, "--help"), Outcome.of("help", command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "passwd", "remove", "list"})
    void helpIsAlsoAmongTheCommandsBelowUsers(String command) {
        assertEquals(Outcome.of("users", command, "--help"), Outcome.of("users", "help", command));
    }

    @ParameterizedTest
    @CsvSource({"serve, --bind, 127.0.0.1", "serve, --idle, 10m", "serve, --grace, 30s", "serve, --threads, virtual",
        "serve, --max-connections, 1000", "serve, --root, vos-data/LAB", "connect, --timeout, 30s",
        "connect, HOST, 127.0.0.1", "users add, --accounts, vos-data/id_passwd.txt"})
    void helpTellsWhatAnOptionIsWhenItIsLeftOut(String command, String option, String value) {
        String text = Outcome.of(words(command, "--help")).out().replaceAll("\\s+", " ");
        assertTrue(text.matches(".*\\Q" + option + "\\E[^-].*?\\(default: \\Q" + value + "\\E\\).*"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "connect", "demo", "labs", "users", "users add", "users passwd",
        "users remove", "users list"})
    void everyCommandTellsTheVersion(String command) {
        Outcome.of(words(command, "--version")).endsWith(0).complainsOfNothing()
                .prints("vos " + Version.NUMBER + " (Java ");
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertTrue(build.contains("<version>" + Version.NUMBER + "-SNAPSHOT</version>")
                || build.contains("<version>" + Version.NUMBER + "</version>"), build);
    }

    @Test
    void theProgramAloneSaysHowItIsUsed() {
        Outcome.of().endsWith(2).printsNothing()
                .complainsOf("Usage: vos [OPTIONS] [COMMAND]").complainsOf("Try first:");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheOnesThatAreMeant() {
        Outcome.of("serv").endsWith(2).printsNothing().complainsOf("'serv'").complainsOf("Did you mean: vos serve");
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheOnesThatAreMeant() {
        Outcome.of("serve", "line", "--idel", "5").endsWith(2).printsNothing()
                .complainsOf("'--idel'").complainsOf("Possible solutions: --idle")
                .complainsOf("'vos serve --help' says how");
    }

    @Test
    void aMistakeIsAnsweredInAFewLinesAndNotWithAllThereIsToSay() {
        Outcome outcome = Outcome.of("connect", "line", "::1").endsWith(2).complainsOf("an address is written HOST, ");
        assertEquals(2, outcome.err().lines().count(), outcome::toString);
    }

    private static String[] words(String command, String option) {
        return Stream.of((command + " " + option).split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    private static Stream<ArgSpec> arguments(String command) {
        CommandLine vos = Outcome.commands(List.of(), new StringWriter(), new StringWriter());
        for (String word : words(command, "")) {
            vos = vos.getSubcommands().get(word);
        }
        return vos.getCommandSpec().args().stream();
    }
}
