package vos.tck;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import picocli.CommandLine;

/** {@code vos tck}, for the program that finds it as a service. */
public final class TckTool implements ToolProvider {

    /** The service loader makes it. */
    public TckTool() {
    }

    @Override
    public String name() {
        return "tck";
    }

    @Override
    public Optional<String> description() {
        return Optional.of("Judge a server or a client, whoever wrote it, by the specification.");
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        List<Suite> suites = ServiceLoader.load(Suite.class).stream().map(ServiceLoader.Provider::get).toList();
        return run(new TckCommand(suites), out, err, args);
    }

    /** Runs a command of the kit's, and gives its exit code. */
    static int run(Object command, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().abbreviateSynopsis(true).descriptionHeading("%n")
                .parameterListHeading("%n").optionListHeading("%n").footerHeading("%n");
        ToolFailures failures = new ToolFailures();
        int code = line.setOut(out).setErr(err).setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures).setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false).execute(args);
        out.flush();
        err.flush();
        return code;
    }
}
