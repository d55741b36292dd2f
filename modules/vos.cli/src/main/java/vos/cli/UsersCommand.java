package vos.cli;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vos users}: who may log in to a server that asks who is there. */
@Command(name = "users", description = {"Say who may log in.",
    "The accounts are a text file, with a line for each user; passwords are kept in it as salted hashes only. A file "
        + "of the published program, with passwords in clear, is rewritten as soon as it is read.",
    "A server that runs sees each change at the next login."},
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:it was done", "1:it was not done", "2:wrong usage"},
        footer = {"", "The first user:  vos users add NAME"})
final class UsersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private UsersCommand() {
    }

    /** The command, with those below it. */
    static CommandLine commands(Labs labs) {
        CommandLine users = new CommandLine(new UsersCommand());
        Stream.of(new UsersAddCommand(), new UsersPasswdCommand(), new UsersRemoveCommand(labs), new UsersListCommand(),
                new HelpCommand()).forEach(users::addSubcommand);
        return users;
    }

    /** Without a command below it, there is nothing to do. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
