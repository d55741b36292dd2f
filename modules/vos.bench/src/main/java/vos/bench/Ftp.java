package vos.bench;

/** What all servers of FTP have in common. */
final class Ftp {
    static final String PROTOCOL = "ftp";

    private Ftp() {
    }

    /** All that is neither encrypted nor about passwords; FTP over TLS is two handshakes a file, and another story. */
    static boolean does(Work work) {
        return !work.tls() && !(work.task() instanceof Task.Connects connects && connects.login());
    }
}
