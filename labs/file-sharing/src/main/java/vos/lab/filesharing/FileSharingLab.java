package vos.lab.filesharing;

import vos.cli.Launcher;

/**
 * Runs this lab alone, like the published pair of programs:
 *
 * <pre>
 * labs/file-sharing/run server --root some/directory
 * labs/file-sharing/run client
 * </pre>
 *
 * <p>The server listens on 127.0.0.1:2222 and the client connects there, unless they are told otherwise; {@code --help}
 * behind either word says how. Everything that is particular to file-sharing is in the dialect and its two ends; the
 * rest is the core that all labs share.
 */
public final class FileSharingLab {
    private FileSharingLab() {
    }

    /** Runs {@code server} or {@code client}, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Launcher.run(new FileSharingDialect(), args));
    }
}
