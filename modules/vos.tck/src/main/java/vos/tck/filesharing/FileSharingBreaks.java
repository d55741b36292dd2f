package vos.tck.filesharing;

import static vos.tck.Requirement.FSA_4_3;

import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.NeedsRestart;
import vos.tck.NeedsRoot;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Downloads that the server cannot bring to their end. What fits into the system's buffers is not enough for these. */
final class FileSharingBreaks {

    private static final int SIZE = 32 << 20;
    private static final int SHORTER = 1 << 20;

    @NeedsRoot
    @Judges(FSA_4_3)
    @UsualCause("The server reads the file until it ends, and does not count whether that is all it was to send.")
    void aFileThatBecomesShorterIsBrokenOff(Trial trial) {
        String name = trial.name("shorter", ".bin");
        Planted.size(trial, name, SIZE);
        Peer download = new FileSharingSession(trial).ask("DOWNLOAD " + name).pause();
        Planted.size(trial, name, SHORTER);
        brokenOff(trial, download);
    }

    @Alone
    @NeedsRoot
    @NeedsRestart
    @Judges(FSA_4_3)
    @UsualCause("The system ends the connections of a process that ends in order, unless it was told otherwise before.")
    void aServerThatEndsBreaksItsDownloadsOff(Trial trial) {
        String name = trial.name("ended", ".bin");
        Planted.size(trial, name, SIZE);
        Peer download = new FileSharingSession(trial).ask("DOWNLOAD " + name).pause();
        trial.restartServer();
        brokenOff(trial, download);
    }

    /** A server that had sent all before may end in order. */
    private static void brokenOff(Trial trial, Peer download) {
        int came = download.expectGone().length;
        trial.require(!download.endedInOrder() || came == SIZE, "all " + SIZE + " bytes, or a reset of the connection",
                came + " bytes and the end of the connection");
    }
}
