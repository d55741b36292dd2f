package vos.lab.virtuos;

import vos.cli.Launcher;

/**
 * Runs this lab alone, like the published pair of programs:
 *
 * <pre>
 * labs/virtuos/run server --root some/directory
 * labs/virtuos/run client
 * </pre>
 *
 * <p>The server listens on 127.0.0.1:12345 and the client connects there, unless they are told otherwise; {@code
 * --help} behind either word says how. The directory is made if it is not there. Everything that is particular to
 * VirtuOS is in the dialect and its two ends; the rest is the core that all labs share.
 */
public final class VirtuosLab {
    private VirtuosLab() {
    }

    /** Runs {@code server} or {@code client}, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Launcher.run(new VirtuosDialect(), args));
    }
}
