package vos.tck.filesharing;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_3;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.filesharing.FileSharingSession.bytes;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Which files a client can name. */
final class FileSharingNames {

    private static final String ANY_FILE = "Any file of the machine can be named.";
    private static final byte[] CONTENT = bytes("a content\n");

    @Judges(COM_2_3)
    @Quirk(ANY_FILE)
    @UsualCause("A name that begins with / is taken for a path of the server's machine.")
    void aPathThatBeginsWithASlashStartsAtTheRoot(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("slash", ".txt");
        files.upload("/" + name, CONTENT);
        files.download(name, CONTENT);
        files.download("/" + name, CONTENT);
    }

    @Judges(COM_2_3)
    void aDotIsTheDirectoryItself(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("dot", ".txt");
        files.upload("./" + name, CONTENT);
        files.download(name, CONTENT);
        files.download("././" + name, CONTENT);
    }

    @NeedsRoot
    @Judges(COM_2_3)
    void aPathMayLeadThroughDirectories(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("dir", "");
        Planted.directory(trial, directory);
        files.upload(directory + "/a.txt", CONTENT);
        files.download(directory + "/a.txt", CONTENT);
        files.download(directory + "/./a.txt", CONTENT);
        files.download(directory + "/../" + directory + "/a.txt", CONTENT);
        trial.awaitFilesIn(directory, List.of("a.txt"));
    }

    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    @UsualCause("The server joins its directory and the name, and does not look where that leads.")
    void aPathThatLeadsAboveTheRootIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("above", ".txt");
        files.upload(name, CONTENT);
        files.uploadsAreRefused(Stream.of("../", "/../", "../../", "./../", "x/../../")
                .map(up -> "UPLOAD " + up + trial.name("above", ".txt")).toList(), CONTENT);
        Stream.of("../", "/../", "./../../", "x/../../../").forEach(up -> files.ask("DOWNLOAD " + up + name)
                .expectReset());
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    void aPathThatLeavesTheRootAndComesBackIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("back", ".txt");
        String back = "../" + trial.run().root().orElseThrow().getFileName() + "/" + name;
        files.uploadIsRefused(back, CONTENT);
        files.upload(name, CONTENT);
        files.ask("DOWNLOAD " + back).expectReset();
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    @UsualCause("The server asks whether the path begins with the letters of its directory's: /srv/files2 does so.")
    void aDirectoryBesideTheRootIsOutside(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        try (Planted beside = Planted.beside(trial, trial.name("more", ""), bytes("secret\n"))) {
            files.ask("DOWNLOAD " + beside.fromRoot("secret.txt")).expectReset();
            files.ask("DOWNLOAD " + beside.file()).expectReset();
            files.uploadsAreRefused(List.of("UPLOAD " + beside.fromRoot("new.txt"),
                    "UPLOAD " + beside.directory().resolve("new.txt")), CONTENT);
            trial.require(!Files.exists(beside.directory().resolve("new.txt")), "nothing new beside the root",
                    "new.txt");
        }
    }

    @NeedsRoot
    @Judges(COM_2_5)
    @Quirk(ANY_FILE)
    @UsualCause("The server opens what the name leads to, and does not ask whether that is a link.")
    void aLinkIsNotFollowedWhereverItLeads(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("links", "");
        Planted.directory(trial, directory);
        Planted.file(trial, directory + "/a.txt", CONTENT);
        try (Planted beside = Planted.beside(trial, trial.name("beside", ""), bytes("secret\n"))) {
            Planted.link(trial, directory + "/inside", Path.of("a.txt"));
            Planted.link(trial, directory + "/outside", beside.file());
            Planted.link(trial, directory + "/directory", beside.directory());
            for (String link : List.of("inside", "outside", "directory/secret.txt")) {
                files.ask("DOWNLOAD " + directory + "/" + link).expectReset();
            }
            files.uploadIsRefused(directory + "/directory/new.txt", CONTENT);
            trial.require(!Files.exists(beside.directory().resolve("new.txt")), "nothing new beside the root",
                    "new.txt");
        }
    }

    @NeedsRoot
    @Judges(COM_2_5)
    @Quirk(ANY_FILE)
    @UsualCause("Whether the name is free is asked of what the link leads to, and that does not exist yet.")
    void anUploadOverALinkIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("over", "");
        Planted.directory(trial, directory);
        Planted.link(trial, directory + "/link", Path.of("nowhere.txt"));
        files.uploadIsRefused(directory + "/link", CONTENT);
        trial.awaitFilesIn(directory, List.of("link"));
    }

    @Judges(COM_2_2)
    @Quirk("It stores what its system lets it.")
    @UsualCause("The server leaves it to its system which names there can be.")
    void aNameThatNoFileMayHaveIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        files.uploadsAreRefused(List.of("UPLOAD .", "UPLOAD ..", "UPLOAD /", "UPLOAD ./.",
                "UPLOAD " + trial.name(".vos-", ""), "UPLOAD " + trial.name("control", "\u0007x"),
                "UPLOAD " + trial.name("nul", "\0x"), "UPLOAD " + trial.name("high", "\u0090x"),
                "UPLOAD " + trial.name("line", "\u2028x"), "UPLOAD " + trial.name("unknown", "\ufffdx")), CONTENT);
    }

    @Judges(COM_2_2)
    @UsualCause("The length of a name is counted in characters, and not in the bytes of its UTF-8.")
    void aNameIsAtMost255BytesLong(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String longest = longest(trial.name("long", "_"), "x");
        String umlauts = longest(trial.name("long", "_"), "\u00fc");
        files.upload(longest, CONTENT);
        files.upload(umlauts, CONTENT);
        files.download(longest, CONTENT);
        files.download(umlauts, CONTENT);
        files.uploadsAreRefused(List.of("UPLOAD " + longest + "x", "UPLOAD " + umlauts + "\u00fc"), CONTENT);
    }

    private static String longest(String stem, String padding) {
        String name = stem;
        while (bytes(name + padding).length <= 255) {
            name += padding;
        }
        return name;
    }

    @NeedsRoot
    @Judges(COM_2_2)
    @Quirk(ANY_FILE)
    @UsualCause("The name of an upload that is under way can be asked for like any other.")
    void aNameThatIsKeptForUploadsUnderWayCannotBeAskedFor(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("kept", "");
        Planted.directory(trial, directory);
        Planted.file(trial, directory + "/.vos-1", CONTENT);
        files.ask("DOWNLOAD " + directory + "/.vos-1").expectReset();
        Path kept = trial.run().root().orElseThrow().resolve(directory).resolve(".vos-1");
        trial.require(Files.exists(kept, LinkOption.NOFOLLOW_LINKS), "the file that was there", "none");
    }
}
