package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vos.auth.AccountFile;
import vos.auth.Password;
import vos.auth.UserName;

/** {@code vos users passwd NAME}: another password for somebody who has an account. */
@Command(name = "passwd", description = {"Give a user another password.",
    "Whoever is logged in stays so until the connection ends."},
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:the password is another", "1:there is no such user, no password came, or the accounts are unusable",
            "2:wrong usage"})
final class UsersPasswdCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", converter = AccountsOption.UserNameConverter.class,
            description = "The user, who has an account.")
    private UserName user;

    @Mixin
    private AccountsOption accounts;

    @Mixin
    private PasswordOption passwords;

    /** What people try. */
    @Parameters(index = "1..*", arity = "0..1", hidden = true, description = "Refused.")
    private void refuse(String password) {
        throw passwords.isNoArgument();
    }

    @Override
    public Integer call() throws IOException {
        LogFormat.install(Level.WARNING);
        AccountFile file = accounts.open();
        if (!file.users().contains(user)) {
            throw accounts.unknown(user);
        }
        try (Password password = passwords.source().chosen(user.value())) {
            if (!file.change(user, password)) {
                throw accounts.unknown(user);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(user + " has another password");
        out.flush();
        return ExitCode.OK;
    }
}
