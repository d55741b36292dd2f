package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.VIRT_5_1;

import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Names that no file may have, and paths that lead out of the workspace. */
final class VirtuosNames {

    private static final String REACHES = "upload, download and cd reach other files of the machine.";
    private static final int LONGEST_NAME = 255;
    /** Names that hold what a name must not; what is white space would end a name here. */
    private static final List<String> BAD = List.of("a\u0000b", "a\u0001b", "a\u001bb", "a\u007fb", "a\u0080b",
            "a\u009fb", "a\ufffdb", ".vos-x", "n".repeat(LONGEST_NAME + 1), "\u00e9".repeat(128));

    @Judges({COM_2_2, VIRT_5_1})
    @UsualCause("The name is handed to the operating system, which takes nearly any, and ends the session at a NUL.")
    void namesThatNoFileMayHaveAreInvalid(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String name : BAD) {
            session.ask("touch " + name, "Invalid filename.").ask("mkdir " + name, "Invalid folder name.")
                    .ask("rm " + name, "Invalid item name.").ask("cd " + name, "Directory not found.");
        }
        session.lists();
    }

    @Judges(COM_2_2)
    void namesOf255BytesAreValid(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        String name = "\u00e9".repeat(127) + "e";
        session.upload(name, "content").holds(name, "content").lists(name).ask("rm " + name,
                "File '" + name + "' deleted.").lists();
    }

    @Judges(COM_2_2)
    @UsualCause("Names that are kept for unfinished uploads can be stored, and fetched.")
    void filesWithInvalidNamesAreNeitherStoredNorSent(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String name : List.of(".vos-x", "a\ufffdb")) {
            session.announce(name).file(Payload.text("content")).error().failsDownload(name);
        }
        session.lists();
    }

    @NeedsRoot
    @Judges(COM_2_2)
    void whatBeginsAsAnUnfinishedUploadDoesIsNotListed(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        new VirtuosDisk(trial, session).write(".vos-left", "content");
        session.lists().failsDownload(".vos-left");
    }

    @Judges(COM_2_4)
    @Quirk(REACHES)
    @UsualCause("Two dots are resolved, and nobody looks at what is left; or only those in front are seen.")
    void cdOutOfTheWorkspaceIsDenied(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.");
        for (String path : List.of("../..", "/..", "a/../../..", "../../" + session.directory(), "/../../../../etc")) {
            session.ask("cd " + path, "Access denied.").ask("pwd", "/" + session.directory());
        }
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(REACHES)
    @UsualCause("The path is compared with the root when the two dots are resolved: it has left, and come back in.")
    void cdOutAndBackInIsDenied(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        String root = trial.run().root().orElseThrow().getFileName().toString();
        session.ask("cd ../../" + root, "Access denied.")
                .ask("cd ../../" + root + "/" + session.directory(), "Access denied.")
                .ask("pwd", "/" + session.directory());
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(REACHES)
    @UsualCause("The path is compared with the root as text, with which that of a neighbour begins as well.")
    void aDirectoryWhoseNameBeginsAsTheRootsIsOutside(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        try (VirtuosOutside outside = new VirtuosOutside(trial)) {
            session.ask("cd ../../" + outside.name(), "Access denied.")
                    .failsDownload("../../" + outside.name() + "/secret")
                    .ask("pwd", "/" + session.directory());
        }
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(REACHES)
    @UsualCause("The path is joined to the root and opened as it is.")
    void nothingOutsideTheWorkspaceIsReadOrChanged(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        try (VirtuosOutside outside = new VirtuosOutside(trial)) {
            String up = "../../" + outside.name() + "/";
            session.failsDownload(up + "secret");
            session.announce(up + "secret").file(Payload.text("changed")).error();
            session.announce(up + "new").file(Payload.text("new")).error();
            session.lists();
            outside.mustBeUntouched();
        }
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(REACHES)
    @UsualCause("An absolute path replaces the root when the two are joined, as the library's function does it.")
    void anAbsolutePathIsOneOfTheWorkspace(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        try (VirtuosOutside outside = new VirtuosOutside(trial)) {
            session.refusesDownload(outside.path() + "/secret", "File not found.");
            session.announce(outside.path() + "/new").file(Payload.text("new")).error();
            session.ask("cd " + outside.path(), "Directory not found.").lists();
            outside.mustBeUntouched();
        }
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @UsualCause("An absolute path replaces the root when the two are joined, as the library's function does it.")
    void mkdirTouchAndRmWithAnAbsolutePathStayInTheWorkspace(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        try (VirtuosOutside outside = new VirtuosOutside(trial)) {
            session.fails("touch " + outside.path() + "/new").ask("rm " + outside.path() + "/secret", "Item not found.")
                    .ask("mkdir " + outside.path() + "/inner", "Folder '" + outside.path() + "/inner' created.");
            outside.mustBeUntouched();
        }
    }
}
