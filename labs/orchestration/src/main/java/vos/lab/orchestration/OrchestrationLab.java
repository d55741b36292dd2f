package vos.lab.orchestration;

import vos.cli.Launcher;

/**
 * Runs this lab alone, like the published pair of programs:
 *
 * <pre>
 * labs/orchestration/run server --root some/directory --accounts id_passwd.txt
 * labs/orchestration/run client --user user1
 * </pre>
 *
 * <p>The server listens on 127.0.0.1:5000 and the client connects there, unless they are told otherwise; {@code
 * --help} behind either word says how. Everything that is particular to this lab is in the dialect and its two ends;
 * the rest is the core that all labs share.
 */
public final class OrchestrationLab {
    private OrchestrationLab() {
    }

    /** Runs {@code server} or {@code client}, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Launcher.run(new OrchestrationDialect(), args));
    }
}
