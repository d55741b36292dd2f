package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_6;
import static vos.tck.Requirement.COM_2_7;
import static vos.tck.Requirement.VIRT_3_1;
import static vos.tck.Requirement.VIRT_3_2;
import static vos.tck.Requirement.VIRT_3_3;
import static vos.tck.Requirement.VIRT_3_4;
import static vos.tck.Requirement.VIRT_3_5;
import static vos.tck.Requirement.VIRT_3_6;
import static vos.tck.Requirement.VIRT_3_7;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** The commands that need no file to follow them. */
final class VirtuosDirectories {

    @Judges(VIRT_3_1)
    @UsualCause("An empty listing is sent as an empty line, or as nothing at all.")
    void anEmptyDirectoryIsSaidToBeEmpty(Trial trial) {
        VirtuosSession.open(trial).ask("ls", "Directory is empty.");
    }

    @Judges({VIRT_3_1, VIRT_3_3})
    @UsualCause("Directories have a mark behind their name, or the names stand in one line.")
    void lsListsFilesAndDirectoriesByTheirNames(Trial trial) {
        VirtuosSession.open(trial).ask("touch b-file", "File 'b-file' created.")
                .ask("mkdir a-directory", "Folder 'a-directory' created.").lists("a-directory", "b-file");
    }

    @Judges(VIRT_3_3)
    @Quirk("Listings are in the order of the directory.")
    void listingsAreSorted(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        for (String name : List.of("m", "c", "x", "a", "q", "f", "z", "k")) {
            session.ask("touch " + name, "File '" + name + "' created.");
        }
        session.ask("ls", "a\nc\nf\nk\nm\nq\nx\nz");
    }

    @Judges({VIRT_3_4, COM_2_6})
    @UsualCause("The path that pwd tells ends with a slash, or is that of the server's disk.")
    void cdLeadsDownAndTwoDotsUp(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("mkdir inner", "Folder 'inner' created.").move("inner")
                .ask("pwd", "/" + session.directory() + "/inner")
                .move("..").ask("pwd", "/" + session.directory()).move("..").ask("pwd", "/");
    }

    @Judges({VIRT_3_2, COM_2_3})
    void aNameMayBeAPath(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("mkdir a", "Folder 'a' created.").ask("mkdir a/b", "Folder 'a/b' created.")
                .ask("touch ./a/file", "File './a/file' created.").move("a/./b").ask("pwd", path(session, "a/b"))
                .move("../../a").ask("pwd", path(session, "a")).lists("b", "file");
    }

    private static String path(VirtuosSession session, String rest) {
        return "/" + session.directory() + "/" + rest;
    }

    @Judges(COM_2_3)
    @Quirk("It takes a path that begins with / for one of the whole machine, and denies it.")
    @UsualCause("A path that begins with / begins at the current directory, or at the root of the machine.")
    void aPathThatBeginsWithASlashStartsAtTheRootOfTheWorkspace(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("mkdir inner", "Folder 'inner' created.").move("inner").move("/" + session.directory())
                .ask("pwd", "/" + session.directory()).move("/").ask("pwd", "/");
    }

    @Judges(VIRT_3_5)
    void mkdirMakesTheDirectoriesAboveThatAreMissing(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.ask("mkdir a/b/c", "Folder 'a/b/c' created.").lists("a").move("a/b/c")
                .ask("pwd", path(session, "a/b/c"));
    }

    @Judges(VIRT_3_5)
    void aDirectoryThatExistsIsAsGoodAsMade(Trial trial) {
        VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.").ask("touch a/file", "File 'a/file' created.")
                .ask("mkdir a", "Folder 'a' created.").move("a").lists("file");
    }

    @Judges(VIRT_3_6)
    @UsualCause("The answer to rm says File of whatever was removed.")
    void rmRemovesAFileOrAnEmptyDirectoryAndSaysWhich(Trial trial) {
        VirtuosSession.open(trial).ask("touch file", "File 'file' created.").ask("mkdir a/b", "Folder 'a/b' created.")
                .ask("rm file", "File 'file' deleted.").ask("rm a/b", "Directory 'a/b' deleted.")
                .ask("rm a", "Directory 'a' deleted.").lists();
    }

    @Judges(VIRT_3_7)
    void touchMakesAnEmptyFile(Trial trial) {
        VirtuosSession.open(trial).ask("touch file", "File 'file' created.").lists("file").holds("file", "");
    }

    @Judges(VIRT_3_7)
    @UsualCause("The file is opened for writing, which empties it.")
    void touchLeavesTheContentOfAFileThatExists(Trial trial) {
        VirtuosSession.open(trial).upload("file", "content").ask("touch file", "File 'file' created.")
                .holds("file", "content");
    }

    @NeedsRoot
    @Judges(VIRT_3_7)
    @UsualCause("Writing nothing to a file sets its time, and so does the command of that name.")
    void touchLeavesTheTimeOfAFileThatExists(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        VirtuosDisk disk = new VirtuosDisk(trial, session);
        FileTime longAgo = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        disk.write("file", "content").setTime("file", longAgo);
        session.ask("touch file", "File 'file' created.");
        trial.require(disk.time("file").equals(longAgo), "a file of " + longAgo, "one of " + disk.time("file"));
    }

    @Judges(VIRT_3_2)
    @UsualCause("Two dots are looked for as a whole name only, or not at all.")
    void mkdirTouchAndRmTakeNoNameWithTwoDots(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial).ask("mkdir a", "Folder 'a' created.");
        for (String name : List.of("x..y", "..", "a/../x", "x..")) {
            session.ask("mkdir " + name, "Invalid folder name.").ask("touch " + name, "Invalid filename.")
                    .ask("rm " + name, "Invalid item name.");
        }
        session.lists("a");
    }

    @Probe
    @Judges(COM_2_7)
    @UsualCause("The current directory is a variable of the program, or that of its process.")
    void eachSessionHasACurrentDirectoryOfItsOwn(Trial trial) {
        VirtuosSession one = VirtuosSession.open(trial);
        VirtuosSession other = new VirtuosSession(trial);
        other.ask("pwd", "/");
        one.ask("mkdir a", "Folder 'a' created.").move("a");
        other.ask("pwd", "/");
        one.ask("pwd", path(one, "a"));
    }

    @Judges(COM_2_1)
    @UsualCause("Bytes are turned into text, or text into bytes, in another encoding than UTF-8.")
    void namesAreTextInUtf8(Trial trial) {
        VirtuosSession.open(trial).ask("touch \u017c\u00f3\u0142w.txt", "File '\u017c\u00f3\u0142w.txt' created.")
                .ask("mkdir \u4e16\u754c", "Folder '\u4e16\u754c' created.")
                .lists("\u017c\u00f3\u0142w.txt", "\u4e16\u754c");
    }

    @Judges(COM_2_1)
    @Quirk("It closes the connection.")
    @UsualCause("Decoding throws, and nobody catches it; or it puts a question mark where it cannot decode.")
    void aCommandThatIsNotUtf8IsRefusedAndTheConversationGoesOn(Trial trial) {
        VirtuosSession session = VirtuosSession.open(trial);
        session.peer().send(Payload.text("mkdir a").then(Payload.octets(0xff, 0xfe)));
        session.error().peer().send(Payload.text("touch b").then(Payload.octets(0xed, 0xa0, 0x80)));
        session.error().lists();
    }
}
