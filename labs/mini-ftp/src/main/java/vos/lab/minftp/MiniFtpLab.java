package vos.lab.minftp;

import vos.cli.Launcher;

/**
 * Runs this lab alone, like the published pair of programs:
 *
 * <pre>
 * labs/mini-ftp/run server --root some/directory
 * labs/mini-ftp/run client
 * </pre>
 *
 * <p>The server listens on 127.0.0.1:65438 and the client connects there, unless they are told otherwise; {@code
 * --help} behind either word says how. Everything that is particular to mini-FTP is in the dialect and its two ends;
 * the rest is the core that all labs share.
 */
public final class MiniFtpLab {
    private MiniFtpLab() {
    }

    /** Runs {@code server} or {@code client}, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Launcher.run(new MiniFtpDialect(), args));
    }
}
