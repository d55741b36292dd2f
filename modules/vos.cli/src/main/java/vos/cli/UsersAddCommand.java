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

/** {@code vos users add NAME}: an account for somebody who has none. */
@Command(name = "add", description = {"Give a user an account.",
    "The account file is made when it is missing."},
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:the user can log in", "1:there is such a user, no password came, or the accounts are unusable",
            "2:wrong usage"})
final class UsersAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", converter = AccountsOption.UserNameConverter.class,
            description = "The user's name, which is also that of the user's directory: letters a to z, digits, '.', "
                    + "'_' and '-'; capitals are made small.")
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
        if (accounts.exist() && accounts.open().users().contains(user)) {
            throw accounts.taken(user);
        }
        try (Password password = passwords.source().chosen(user.value())) {
            AccountFile file = accounts.openOrCreate();
            if (!file.add(user, password)) {
                throw accounts.taken(user);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(user + " can log in; the account is in " + accounts.file());
        out.flush();
        return ExitCode.OK;
    }
}
