package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_3_2;
import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.CLOUD_3_4;
import static vos.tck.Requirement.CLOUD_5_4;
import static vos.tck.Requirement.CLOUD_5_5;
import static vos.tck.Requirement.CLOUD_5_7;
import static vos.tck.Requirement.COM_6_1;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Mismatch;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Uploads and downloads, at the pace of a polite peer. */
final class CloudFsTransfers {

    private static final Octets HELLO = Octets.of("Hello, world.\n");
    private static final int TRIES = 10;
    /** A part of the pause before a sentinel, in milliseconds; the whole is at least 100. */
    private static final int SILENCE = 50;

    @Judges(CLOUD_3_3)
    void anUploadStoresItsContent(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a.txt"), HELLO).prints("cat " + session.path("a.txt"), "Hello, world.\n");
    }

    @Judges(CLOUD_3_3)
    @UsualCause("The old file is written over from its beginning, and its end stays; or a name that exists is refused.")
    void anUploadReplacesAFile(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a.txt"), HELLO).uploadSlowly(session.path("a.txt"), Octets.of("New.\n"))
                .prints("cat " + session.path("a.txt"), "New.\n");
    }

    @Judges(CLOUD_3_3)
    @UsualCause("An upload without a byte before its sentinel is refused, or makes no file.")
    void anEmptyFileIsAFile(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("empty"), Octets.of("")).prints("ls " + session.directory(), "empty\n")
                .holds(session.path("empty"), Octets.of(""));
    }

    @Judges(CLOUD_5_7)
    @UsualCause("The server confirms uploads. A published client reads nothing there, and would take that for the "
            + "answer to its next command.")
    void anUploadIsNotAnswered(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a.txt"), HELLO).peer().expectSilence(200);
        session.prints("ls " + session.directory(), "a.txt\n");
    }

    @Judges({CLOUD_3_4, CLOUD_5_4})
    @UsualCause("The sentinel behind the content is missing, or something is said before the content.")
    void aDownloadIsTheContentAndTheSentinel(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a.txt"), HELLO).holds(session.path("a.txt"), HELLO)
                .holds(session.path("a.txt"), HELLO).prints("ls " + session.directory(), "a.txt\n");
    }

    @Judges({CLOUD_5_4, COM_6_1})
    @Quirk("It sends the sentinel at once.")
    @UsualCause("Content and sentinel are sent without a pause of 100 ms or more between them: the network joins "
            + "them, and a published client that gets a part of the sentinel in one read and the rest in the next "
            + "hangs.")
    void theSentinelComesAfterAPause(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path("a.txt");
        session.uploadSlowly(path, HELLO).does("cd .");
        Mismatch joined = null;
        // Where this machine is busy, the kit may see the content late, and a pause in spite of that at another time.
        for (int i = 0; i < TRIES; i++) {
            joined = withoutPause(trial, path);
            if (joined == null) {
                return;
            }
        }
        throw joined;
    }

    private static Mismatch withoutPause(Trial trial, String path) {
        trial.afresh();
        try {
            CloudFsSession session = CloudFsSession.open(trial).send("DOWNLOAD " + path);
            session.peer().expect(HELLO.payload()).expectSilence(SILENCE).expect(CloudFsSession.SENTINEL);
            return null;
        } catch (Mismatch mismatch) {
            return mismatch;
        }
    }

    @Judges(CLOUD_5_5)
    void aFileThatDoesNotExistIsNotFound(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.hasNo(session.path("nosuch")).hasNo(session.path("nosuch/either")).does("cd .");
    }

    @Judges(CLOUD_5_5)
    @UsualCause("The server finds that the path exists, and fails when it opens the directory.")
    void aDirectoryIsNoFile(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.hasNo(session.directory()).does("cd .");
    }

    @Judges(CLOUD_3_2)
    @UsualCause("The request is split at every space, or a name is stripped of its spaces or quotes.")
    void aNameIsAllThatFollowsTheFirstSpace(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        List<String> names = List.of("with", "with a space", "with a  space", "quoted", "\"quoted\"",
                "C:\\Users\\Admin\\MY STUFFS\\a.pdf", "it's", "$HOME", "*", "za\u017c\u00f3\u0142\u0107");
        for (String name : names) {
            session.uploadSlowly(session.path(name), Octets.of("this is " + name));
        }
        for (String name : names) {
            session.holds(session.path(name), Octets.of("this is " + name));
        }
    }

    @Judges(CLOUD_3_2)
    @UsualCause("The request is stripped of the spaces at its end.")
    void spacesAtTheEndBelongToAName(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadSlowly(session.path("a"), Octets.of("without"))
                .uploadSlowly(session.path("a "), Octets.of("with"))
                .holds(session.path("a"), Octets.of("without")).holds(session.path("a "), Octets.of("with"));
    }
}
