package vos.tck.orchestration;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.ORCH_4_1;
import static vos.tck.orchestration.OrchestrationWords.ASK_NAME;
import static vos.tck.orchestration.OrchestrationWords.DELETED;
import static vos.tck.orchestration.OrchestrationWords.NOT_FOUND;
import static vos.tck.orchestration.OrchestrationWords.NOT_STORED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Names that lead out of the user's directory, and names that no file may have. */
final class OrchestrationNames {

    private static final String OUT = "Names lead out of the user's directory.";

    /** Names that are never allowed; for the strict form too. None holds a line end, or white space at its ends. */
    static List<String> invalid(Trial trial) {
        String name = trial.name("x", "");
        return List.of(name + "\0y", name + "\u0001y", name + "\u007fy", name + "\u0085y", name + "\u2028y",
                name + "\ufffdy", ".vos-" + name, "y".repeat(256), "\u00fc".repeat(128));
    }

    @Judges({COM_2_2, COM_4_2})
    @UsualCause("The operating system takes nearly any name, and what it does not take ends the connection.")
    void namesThatNoFileMayHaveAreNotStored(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        invalid(trial).forEach(name -> session.say("upload").hear(ASK_NAME).say(name).answered(NOT_STORED));
    }

    @Judges({COM_2_2, COM_4_2})
    @UsualCause("A NUL in a name makes the language throw something that nobody catches.")
    void namesThatNoFileMayHaveAreNotFound(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        invalid(trial).forEach(name -> session.delete(name, NOT_FOUND));
        session.downloadMissing("x\0y").asked("download", "PREVIEW x\0y", NOT_FOUND);
    }

    @NeedsRoot
    @Judges(COM_2_2)
    @UsualCause("Unfinished uploads lie in the user's directory like any file.")
    void unfinishedUploadsCannotBeNamed(Trial trial) {
        String name = ".vos-" + trial.name("planted", "");
        UserDirectory directory = UserDirectory.of(trial).write(name, "x");
        OrchestrationSession.open(trial).downloadMissing(name).delete(name, NOT_FOUND);
        directory.mustHold(name, "x");
    }

    @Judges(COM_2_2)
    @UsualCause("The length of a name is counted in characters, or much less is allowed than is stated.")
    void aNameMayHave255Bytes(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String stem = session.name("\u00fc");
        String name = stem + "y".repeat(255 - stem.getBytes(StandardCharsets.UTF_8).length);
        session.upload(name, "x").download(name, "x").delete(name, DELETED);
    }

    @NeedsRoot
    @Judges(COM_2_3)
    @UsualCause("The parts . and .. are taken for names.")
    void dotsInAPathMeanDirectories(Trial trial) {
        String name = trial.name("directory", "");
        UserDirectory.of(trial).write(name + "/inner/file", "x");
        OrchestrationSession.open(trial).download("./" + name + "/./inner/file", "x")
                .download(name + "/inner/../inner/file", "x").downloadMissing(name + "/file");
    }

    @Judges(COM_2_3)
    @Quirk(OUT)
    @UsualCause("A path that begins with / is taken for one of the server's disk.")
    void aPathThatBeginsWithASlashBeginsAtTheUsersDirectory(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("slash");
        session.upload(name, "x").download("/" + name, "x");
    }

    @NeedsRoot
    @Judges({ORCH_4_1, COM_2_4})
    @Quirk(OUT)
    @UsualCause("A name is put behind the directory without looking where the two lead together.")
    void nothingCanBeFetchedFromAbove(Trial trial) {
        String name = trial.name("outside", ".txt");
        UserDirectory directory = UserDirectory.of(trial).write("../" + name, "x");
        OrchestrationSession session = OrchestrationSession.open(trial).downloadMissing("../" + name)
                .downloadMissing("nosuch/../../" + name).downloadMissing("/../" + name);
        session.asked("download", "PREVIEW ../" + name, NOT_FOUND);
        session.downloadMissing(directory.path("../" + name).normalize().toString());
    }

    @NeedsRoot
    @Judges({ORCH_4_1, COM_2_4})
    @Quirk(OUT)
    @UsualCause("Names are looked at when files are fetched, and not when they are stored.")
    void nothingCanBeStoredOrDeletedAbove(Trial trial) {
        String name = trial.name("outside", ".txt");
        UserDirectory directory = UserDirectory.of(trial).write("../" + name, "x");
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.say("upload").hear(ASK_NAME).say("../" + name).answered(NOT_STORED).delete("../" + name, NOT_FOUND);
        directory.mustHold("../" + name, "x");
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(OUT)
    @UsualCause("The path is made straight before it is looked at, so that one that leads out and in again passes.")
    void aPathMayNotLeadOutAndInAgain(Trial trial) {
        UserDirectory directory = UserDirectory.of(trial);
        OrchestrationSession session = OrchestrationSession.open(trial);
        String name = session.name("inside");
        session.upload(name, "x").downloadMissing("../" + directory.path().getFileName() + "/" + name);
    }

    @NeedsRoot
    @Judges({ORCH_4_1, COM_2_4})
    @Quirk(OUT)
    @UsualCause("Where a path lies is told by the text with which it begins, and its neighbour's begins so too.")
    void aNeighbourWhoseNameBeginsLikeTheUsersIsOutside(Trial trial) {
        String neighbour = UserDirectory.of(trial).path().getFileName() + trial.name("-and-more", "");
        UserDirectory.of(trial).write("../" + neighbour + "/file", "x");
        OrchestrationSession.open(trial).downloadMissing("../" + neighbour + "/file");
    }

    @Judges(ORCH_4_1)
    @Quirk(OUT)
    @UsualCause("What lies outside is answered with an error of its own, where it exists.")
    void thePathsOfTheServersDiskAreNone(Trial trial) {
        OrchestrationSession session = OrchestrationSession.open(trial);
        session.downloadMissing("/etc/hostname").downloadMissing("../../../../../../../../etc/hostname")
                .downloadMissing("../id_passwd.txt").downloadMissing("../../id_passwd.txt");
    }
}
