package vos.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import vos.auth.AccountFile;
import vos.auth.UserName;

/** The option of {@code vos users}: which accounts; and what to say if they are not as a command needs them. */
final class AccountsOption {
    @Option(names = "--accounts", paramLabel = "FILE", description = "The account file (default: ${DEFAULT-VALUE}).")
    private Path file = DefaultPaths.ACCOUNTS;

    Path file() {
        return file;
    }

    boolean exist() {
        return Files.exists(file);
    }

    /** The accounts, which there must be. */
    AccountFile open() throws IOException {
        requireFile();
        try {
            return AccountFile.open(file);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no account file " + file + "; " + command("add", "NAME") + " makes it");
        }
    }

    /** The accounts; if there is no file, an empty one. The directory must be there, unless it is the usual one. */
    AccountFile openOrCreate() throws IOException {
        requireFile();
        if (isUsual()) {
            Files.createDirectories(DefaultPaths.DATA);
        }
        try {
            return AccountFile.openOrCreate(file);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no directory " + file.toAbsolutePath().getParent()
                    + " for the account file; make it first, or name another file with --accounts");
        }
    }

    /** Where there shall be a new account, but is one. */
    IOException taken(UserName user) {
        return new IOException("%s has an account already; %s gives it another password"
                .formatted(user, command("passwd", user.value())));
    }

    /** Where there shall be an account, but is none. */
    IOException unknown(UserName user) {
        return new IOException("%s has no account in %s; %s tells who has one".formatted(user, file, command("list")));
    }

    /** A command as it is to be typed for these accounts. */
    private String command(String... words) {
        return "'vos users " + String.join(" ", words)
                + (isUsual() ? "" : " --accounts " + file) + "'";
    }

    /** However it is written. */
    private boolean isUsual() {
        return file.toAbsolutePath().normalize().equals(DefaultPaths.ACCOUNTS.toAbsolutePath());
    }

    private void requireFile() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not an account file");
        }
    }

    /** Reads the name of a user from the command line. */
    static final class UserNameConverter implements ITypeConverter<UserName> {
        @Override
        public UserName convert(String text) {
            try {
                return new UserName(text);
            } catch (IllegalArgumentException flaw) {
                throw new TypeConversionException(flaw.getMessage());
            }
        }
    }
}
