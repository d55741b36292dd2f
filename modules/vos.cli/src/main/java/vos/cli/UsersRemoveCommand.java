package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vos.auth.UserName;
import vos.protocol.Dialect;

/** {@code vos users remove NAME}: takes an account away, and leaves the files. */
@Command(name = "remove", description = {"Take a user's account away.",
    "The user's files stay, and a later user of that name would find them. Whoever is logged in stays so until the "
        + "connection ends."},
        mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        exitCodeListHeading = ExitCode.HEADING, exitCodeList = {
            "0:the user can no longer log in", "1:there is no such user, or the accounts are unusable",
            "2:wrong usage"})
final class UsersRemoveCommand implements Callable<Integer> {
    private final Labs labs;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", converter = AccountsOption.UserNameConverter.class,
            description = "The user, who has an account.")
    private UserName user;

    @Mixin
    private AccountsOption accounts;

    UsersRemoveCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() throws IOException {
        LogFormat.install(Level.WARNING);
        if (!accounts.open().remove(user)) {
            throw accounts.unknown(user);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(user + " can no longer log in");
        List<Path> directories = directories();
        directories.forEach(directory -> out.println("The files of " + user + " stay, in " + directory));
        if (directories.isEmpty()) {
            out.println("Files of " + user + " stay, in the directory " + user + " of the root that was served");
        }
        out.flush();
        return ExitCode.OK;
    }

    /** Where a server of a lab with a login has the user's files, if its root is the usual one beside the accounts. */
    private List<Path> directories() {
        Path accountFile = accounts.file().toAbsolutePath().normalize();
        return labs.all().stream()
                .filter(Dialect::needsLogin)
                .map(lab -> accountFile.resolveSibling(lab.id()).resolve(user.value()))
                .filter(Files::isDirectory)
                .toList();
    }
}
