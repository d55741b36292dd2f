package vos.tck.filesharing;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.FSA_5_4;
import static vos.tck.filesharing.FileSharingSession.bytes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The strict form has words for what went wrong. */
final class StrictFileSharingErrors {

    private static final byte[] CONTENT = bytes("a content\n");

    @Judges({COM_4_1, FSA_5_4})
    void aMissingFileIsNotFound(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        files.isMissing(trial.name("missing", ".txt"));
        files.isMissing(trial.name("missing", "") + "/a.txt");
        StrictFileSharingSession.refused(files.send(trial.name("missing", "") + "/a.txt", CONTENT.length, CONTENT),
                "not-found");
    }

    @Judges({COM_4_1, FSA_5_4})
    @UsualCause("A path that goes on behind a file is looked up as if the file were a directory.")
    void aFileIsNoDirectory(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("file", ".txt");
        files.upload(name, CONTENT);
        files.refused("VOS/1 DOWNLOAD " + name + "/a.txt", "not-a-directory");
        StrictFileSharingSession.refused(files.send(name + "/a.txt", CONTENT.length, CONTENT), "not-a-directory");
    }

    @NeedsRoot
    @Judges({COM_4_1, FSA_5_4})
    void aDirectoryIsNoFile(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String directory = trial.name("directory", "");
        Planted.directory(trial, directory);
        files.refused("VOS/1 DOWNLOAD " + directory, "is-a-directory");
        files.refused("VOS/1 DOWNLOAD /", "is-a-directory");
        StrictFileSharingSession.refused(files.send(directory, CONTENT.length, CONTENT),
                "already-exists|is-a-directory");
    }

    @Judges({COM_2_2, COM_9_1})
    @UsualCause("The name is repeated in the sentence as it came, with the control characters in it.")
    void aNameThatNoFileMayHaveIsInvalid(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        for (String name : List.of(trial.name(".vos-", ""), trial.name("nul", "\0x"), trial.name("bell", "\u0007x"),
                trial.name("tab", "\tx"), trial.name("cr", "\rx"), trial.name("delete", "\u007fx"),
                trial.name("high", "\u0090x"), trial.name("line", "\u2028x"), trial.name("paragraph", "\u2029x"),
                trial.name("unknown", "\ufffdx"), "x".repeat(256), "\u00fc".repeat(128))) {
            trial.afresh();
            files.refused("VOS/1 DOWNLOAD " + name, "invalid-name");
            StrictFileSharingSession.refused(files.send(name, CONTENT.length, CONTENT), "invalid-name");
        }
    }

    @Judges({COM_2_4, FSA_5_4})
    @UsualCause("The server joins its directory and the name, and does not look where that leads.")
    void aPathThatLeadsAboveTheRootIsOutside(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String name = trial.name("above", ".txt");
        for (String up : List.of("../", "/../", "../../", "./../", "x/../../")) {
            files.refused("VOS/1 DOWNLOAD " + up + name, "outside-the-workspace");
            StrictFileSharingSession.refused(files.send(up + name, CONTENT.length, CONTENT), "outside-the-workspace");
        }
        files.upload("/" + name, CONTENT);
        files.download("./" + name, CONTENT);
    }

    @NeedsRoot
    @Judges({COM_2_5, FSA_5_4})
    @UsualCause("The server opens what the name leads to, and does not ask whether that is a link.")
    void aLinkIsOutsideWhereverItLeads(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String directory = trial.name("links", "");
        Planted.directory(trial, directory);
        Planted.file(trial, directory + "/a.txt", CONTENT);
        Planted.link(trial, directory + "/inside", Path.of("a.txt"));
        Planted.link(trial, directory + "/nowhere", Path.of("nowhere.txt"));
        Planted.link(trial, directory + "/directory", Path.of("."));
        for (String link : List.of("inside", "nowhere", "directory/a.txt")) {
            files.refused("VOS/1 DOWNLOAD " + directory + "/" + link, "outside-the-workspace");
        }
        StrictFileSharingSession.refused(files.send(directory + "/directory/b.txt", CONTENT.length, CONTENT),
                "outside-the-workspace");
        trial.awaitFilesIn(directory, List.of("a.txt", "directory", "inside", "nowhere"));
    }

    @NeedsRoot
    @Judges({COM_2_6, FSA_5_4})
    @UsualCause("The message of the system's error, with the whole path in it, is sent to the client.")
    void noErrorTellsWhereTheWorkspaceLies(Trial trial) {
        StrictFileSharingSession files = new StrictFileSharingSession(trial);
        String root = trial.run().root().orElseThrow().toString();
        String name = trial.name("where", ".txt");
        files.upload(name, CONTENT);
        for (String path : List.of("missing", "../" + name, name + "/x", "/", "missing/x", "x".repeat(300))) {
            told(trial, files.ask("VOS/1 DOWNLOAD " + path), root);
            told(trial, files.send(path, CONTENT.length, CONTENT), root);
        }
        told(trial, files.send(name, CONTENT.length, CONTENT), root);
    }

    private static void told(Trial trial, Peer peer, String root) {
        String status = new String(peer.expectGone(), StandardCharsets.UTF_8);
        trial.require(!status.contains(root), "a sentence without " + root, status);
    }
}
