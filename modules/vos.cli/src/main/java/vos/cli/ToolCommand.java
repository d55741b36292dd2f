package vos.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command of another module, which this one does not know: {@code vos NAME} is the tool of that name, with the
 * arguments as they were typed. The tool itself says how it is used.
 */
@Command
final class ToolCommand implements Callable<Integer> {
    private static final String HELP = "help";

    private final ToolProvider tool;

    @Spec
    private CommandSpec spec;

    // Every word, also one that looks like an option: the tool's business alone.
    @Parameters(arity = "0..*", hidden = true)
    private List<String> arguments = List.of();

    private ToolCommand(ToolProvider tool) {
        this.tool = tool;
    }

    /** The tools of this project's modules; those of the JDK, services of the same kind, are not even made. */
    static List<ToolProvider> installed() {
        return ServiceLoader.load(ToolProvider.class).stream().filter(tool -> isOurs(tool.type().getModule()))
                .map(ServiceLoader.Provider::get).toList();
    }

    private static boolean isOurs(Module module) {
        return module.isNamed() && module.getName().startsWith("vos.");
    }

    /** The subcommand that passes everything on. */
    static CommandLine of(ToolProvider tool) {
        ToolCommand command = new ToolCommand(tool);
        CommandLine line = new CommandLine(command);
        line.setCommandName(tool.name()).setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true)
                .setEndOfOptionsDelimiter("\0");
        // 'vos --help' shows the description; 'vos help NAME' shows what the tool says.
        line.getCommandSpec().usageMessage().description(tool.description().orElse(""))
                .sectionKeys(List.of(HELP)).sectionMap(Map.of(HELP, help -> command.help()));
        return line;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        return tool.run(line.getOut(), line.getErr(), arguments.toArray(String[]::new));
    }

    private String help() {
        var text = new StringWriter();
        tool.run(new PrintWriter(text), spec.commandLine().getErr(), "--help");
        return text.toString();
    }
}
