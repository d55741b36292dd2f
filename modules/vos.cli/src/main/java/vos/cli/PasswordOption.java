package vos.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that needs a password: where it comes from. */
final class PasswordOption {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--password-file", paramLabel = "FILE",
            description = "The file whose first line is the password, or - for standard input (default: it is asked "
                    + "for, unseen; without a terminal, the first line of standard input).")
    private Path file;

    /** What people try. */
    @Option(names = "--password", arity = "0..1", hidden = true, description = "Refused.")
    private void refuse(String password) {
        throw isNoArgument();
    }

    /** Whether the command line says where the password comes from. */
    boolean isGiven() {
        return file != null;
    }

    /** Where the password comes from, as the command line says it. */
    PasswordSource source() {
        if (file == null && StandardStreams.areTerminal()) {
            PrintWriter err = command.commandLine().getErr();
            return new TypedPassword(new ConsolePrompt(System.console(), err), err);
        }
        return file == null || file.equals(STANDARD_INPUT)
                ? PasswordSource.standardInput(StandardStreams.inputIsTerminal())
                : PasswordSource.file(file);
    }

    /** The answer to a password among the arguments: the way out, and not the password. */
    ParameterException isNoArgument() {
        return new ParameterException(command.commandLine(), "a password is no argument, which others can see; without "
                + "one it is asked for, or read from --password-file");
    }
}
