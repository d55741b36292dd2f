package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
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

    DemoCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() throws IOException {
        LogFormat.install(Level.WARNING);
        Dialect dialect = lab == null ? labs.first() : labs.require(lab);
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        return Demo.run(dialect, out, ansi) ? ExitCode.OK : ExitCode.FAILED;
    }
}
