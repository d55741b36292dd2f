package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vos.protocol.Dialect;

/** {@code vos demo [LAB]}: a whole conversation, byte for byte. */
@Command(name = "demo", description = {"Watch a whole conversation, byte for byte.",
    "Starts a real server on a free port with a temporary directory, runs a client against it over TCP with real "
        + "files, shows every byte that passes and what it is for, and checks every result."},
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:everything was as it should be", "1:something differed", "2:wrong usage", "3:the connection was lost"})
final class DemoCommand implements Callable<Integer> {
    private final Labs labs;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "The protocol; the first of 'vos labs' if left out.")
    private String lab;

    @Option(names = "--all", description = "Every lab, one after the other.")
    private boolean all;

    DemoCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() throws IOException {
        LogFormat.install(Level.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        var verdicts = new LinkedHashMap<String, Boolean>();
        for (Dialect dialect : chosen()) {
            verdicts.put(dialect.id(), Demo.run(dialect, out, ansi));
            if (all) {
                out.println();
            }
        }
        if (all) {
            verdicts.forEach((id, holds) -> out.printf("%-16s %s%n", id, holds ? "all checks hold" : "DIFFERS"));
            out.flush();
        }
        return verdicts.containsValue(false) ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Dialect> chosen() throws UsageException {
        UsageException.require(!all || lab == null, "either one LAB or --all");
        Dialect one = lab == null ? labs.first() : labs.require(lab);
        return all ? labs.all() : List.of(one);
    }
}
