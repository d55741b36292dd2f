package vos.bench;

/** What all servers of FTP have in common. */
final class Ftp {
    static final String PROTOCOL = "ftp";
    private static final int MOST_PROCESSES = 10_000;

    private Ftp() {
    }

    /**
     * All that is neither encrypted nor about passwords; FTP over TLS is two handshakes a file, and another story. Nor
     * more idle connections than a machine can have processes for.
     */
    static boolean does(Work work) {
        return !work.tls() && switch (work.task()) {
            case Task.Connects connects -> !connects.login();
            case Task.Idle idle -> idle.connections() <= MOST_PROCESSES;
            case Task.Bulk _, Task.SmallFiles _, Task.Commands _, Task.Startup _ -> true;
        };
    }
}
