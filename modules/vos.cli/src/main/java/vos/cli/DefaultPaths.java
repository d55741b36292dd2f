package vos.cli;

import java.nio.file.Path;
import vos.protocol.Dialect;

/** Where things are when nobody says otherwise: below {@code vos-data}, in the directory where the program runs. */
final class DefaultPaths {
    /** Holds all of the others. */
    static final Path DATA = Path.of("vos-data");

    /** The accounts: beside the roots, so that no client sees them, and named as the published program names them. */
    static final Path ACCOUNTS = DATA.resolve("id_passwd.txt");

    private DefaultPaths() {
    }

    /** The accounts of a server with this root. */
    static Path accountsBeside(Path root) {
        return root.toAbsolutePath().normalize().resolveSibling(ACCOUNTS.getFileName());
    }

    /** What the clients of this lab see as {@code /}. */
    static Path root(Dialect lab) {
        return DATA.resolve(lab.id());
    }
}
