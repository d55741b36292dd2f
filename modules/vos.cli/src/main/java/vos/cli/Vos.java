package vos.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The program: {@code vos serve}, {@code vos connect}, {@code vos demo}, {@code vos labs}, {@code vos users}, and the
 * tools of modules that lie beside this one.
 */
@Command(
        name = "vos",
        description = "Published file-transfer protocols, made safe: servers, clients, and a look at their bytes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:all was done", "1:something was not done", "2:wrong usage",
            "3:no connection, or no address to listen on"},
        footer = {"", "Try first:  vos demo",
            "Then, in two terminals:  vos serve mini-ftp   and   vos connect mini-ftp"})
public final class Vos implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Vos() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commands(new Labs(Labs.installed()), ToolCommand.installed()).execute(args));
    }

    /** Without a command: there is nothing to do, but much to say. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    static CommandLine commands(Labs labs, List<ToolProvider> tools) {
        CommandLine vos = new CommandLine(new Vos());
        Stream.of(ServeCommand.command(labs), new ConnectCommand(labs), new DemoCommand(labs), new LabsCommand(labs),
                UsersCommand.commands(labs)).forEach(vos::addSubcommand);
        tools.forEach(tool -> vos.addSubcommand(tool.name(), ToolCommand.of(tool)));
        vos.addSubcommand(new HelpCommand());
        return configured(vos);
    }

    /** The same command, and those below it, with paragraphs in its help and a sentence for each mistake. */
    static CommandLine configured(CommandLine command) {
        command.getSubcommands().values().forEach(Vos::configured);
        command.getCommandSpec().usageMessage()
                .abbreviateSynopsis(true)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
        var failures = new Failures();
        return command.setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
