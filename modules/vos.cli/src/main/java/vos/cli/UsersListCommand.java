package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vos users list}: who has an account. */
@Command(name = "list", description = {"List the users who have an account.", "One a line, in the order of the file."},
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:they are listed", "1:the accounts are unusable", "2:wrong usage"})
final class UsersListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AccountsOption accounts;

    @Override
    public Integer call() throws IOException {
        LogFormat.install(Level.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        accounts.open().users().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
