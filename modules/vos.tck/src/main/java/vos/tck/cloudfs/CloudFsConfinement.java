package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_4_1;
import static vos.tck.Requirement.CLOUD_5_5;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.Requirement.COM_2_6;

import java.nio.file.Path;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What lies outside the workspace: other directories, links to them, and the programs of the host. */
final class CloudFsConfinement {

    private static final String OUTSIDE = "outside-the-workspace";
    private static final String SECRET = "nobody may read this\n";
    private static final String ANY_FILE = "Any file of the machine can be named.";

    @Judges(CLOUD_4_1)
    @Quirk("Command lines run in the shell of the machine, with all that it can do.")
    @UsualCause("The line is handed to a shell or a program of the host.")
    void noProgramOfTheHostIsStarted(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String line : List.of("echo vos | tr o 0", "/bin/sh -c 'echo vos | tr o 0'", "ls; echo vos | tr o 0",
                "ls && echo vos | tr o 0", "ls $(echo vos | tr o 0)", "ls `echo vos | tr o 0`",
                "ls \"$(echo vos | tr o 0)\"", "ls\necho vos | tr o 0")) {
            String answer = session.answer(line);
            trial.require(!answer.contains("v0s"), "no word of what a program of the host would print", answer);
        }
        for (String line : List.of("/usr/bin/env", "env", "ls\nenv", "ls & env")) {
            String answer = session.answer(line);
            trial.require(!answer.contains("PATH="), "no variable of the server's environment", answer);
        }
    }

    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    @UsualCause("Only a .. at the beginning of a path is refused, or the path is looked at after it has been resolved.")
    void pathsAboveTheRootAreRefused(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String name = trial.name("vos-tck-", ".txt");
        for (String path : List.of("../" + name, session.path("../../" + name), "/../" + name,
                "../" + session.path(name), session.path("../../" + session.path(name)), "nosuch/../../" + name)) {
            session.upload(path, Octets.of("escaped\n")).tells(1, OUTSIDE);
        }
        session.prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @Judges({CLOUD_5_5, COM_2_4})
    @Quirk(ANY_FILE)
    void downloadsFromAboveTheRootAreRefused(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String path : List.of("..", "../nosuch", session.path("../../nosuch"), "/..", "../../../etc/passwd")) {
            session.doesNotSend(path);
        }
    }

    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    void commandsDoNotReachAboveTheRoot(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String name = trial.name("vos-tck-", "");
        for (String line : List.of("cd ..", "cd /..", "ls ..", "cat ../nosuch", "mkdir ../" + name,
                "mkdir " + session.path("../../" + name), "mv " + session.directory() + " ../" + name,
                "rm -r ../" + name)) {
            session.complains(line);
        }
        session.prints("pwd", "/\n").prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    @UsualCause("The server looks whether the path begins with that of the root: so does that of a directory beside "
            + "it whose name only begins alike.")
    void aDirectoryWhoseNameBeginsLikeTheRootIsOutside(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        try (CloudFsDisk disk = new CloudFsDisk(trial)) {
            Path outside = disk.outside(SECRET);
            for (String path : List.of("../" + outside.getFileName(),
                    session.path("../../" + outside.getFileName()))) {
                session.doesNotSend(path + "/secret");
                session.upload(path + "/new", Octets.of("new")).tells(1, OUTSIDE);
                session.upload(path + "/secret", Octets.of("new")).tells(1, OUTSIDE);
                for (String line : List.of("cat " + path + "/secret", "ls " + path, "rm -r " + path,
                        "mv " + path + "/secret " + session.path("x"), "mkdir " + path + "/d", "cd " + path)) {
                    session.complains(line);
                }
            }
            disk.outsideIsUntouched(SECRET);
        }
    }

    @NeedsRoot
    @Judges(COM_2_4)
    @Quirk(ANY_FILE)
    @UsualCause("A path that is absolute for the host is taken as it is.")
    void absolutePathsOfTheHostAreNotReached(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        try (CloudFsDisk disk = new CloudFsDisk(trial)) {
            Path outside = disk.outside(SECRET);
            session.hasNo(outside + "/secret").upload(outside + "/new", Octets.of("new")).tells(1, "not-found");
            session.upload(outside + "/secret", Octets.of("new")).tells(1, "not-found");
            session.complains("cat " + outside + "/secret");
            session.complains("rm -r " + outside);
            disk.outsideIsUntouched(SECRET);
        }
    }

    @NeedsRoot
    @Judges(COM_2_5)
    @Quirk("Links are followed.")
    @UsualCause("Paths are looked at as text, and the system follows the links in them.")
    void linksAreNotFollowed(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        try (CloudFsDisk disk = new CloudFsDisk(trial)) {
            Path outside = disk.outside(SECRET);
            session.upload(session.path("file"), Octets.of("inside\n")).does("cd .");
            disk.link(session.path("directory"), outside);
            disk.link(session.path("secret"), outside.resolve("secret"));
            disk.link(session.path("dangling"), outside.resolve("nosuch"));
            disk.link(session.path("inner"), Path.of("file"));
            for (String path : List.of("directory/secret", "secret", "dangling", "inner", "directory")) {
                session.doesNotSend(session.path(path));
                session.upload(session.path(path), Octets.of("new")).tells(1, OUTSIDE);
                session.complains("cat " + session.path(path));
            }
            session.upload(session.path("directory/new"), Octets.of("new")).tells(1, OUTSIDE);
            session.complains("cd " + session.path("directory"));
            session.complains("ls " + session.path("directory"));
            session.complains("mkdir " + session.path("directory/d"));
            session.complains("mv " + session.path("file") + " " + session.path("directory"));
            disk.outsideIsUntouched(SECRET);
            session.prints("cat " + session.path("file"), "inside\n");
        }
    }

    @NeedsRoot
    @Judges(COM_2_5)
    @Quirk("Links are listed.")
    void linksAreNotListed(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        session.does("mkdir " + session.path("d"));
        disk.link(session.path("to-directory"), Path.of("d"));
        disk.link(session.path("dangling"), Path.of("nosuch"));
        session.prints("ls " + session.directory(), "d\n");
    }

    @NeedsRoot
    @Judges({COM_2_4, COM_2_5})
    @Quirk("Links are followed.")
    @UsualCause("rm -r goes through a link into the directory that it leads to.")
    void rmDoesNotGoThroughALink(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        try (CloudFsDisk disk = new CloudFsDisk(trial)) {
            Path outside = disk.outside(SECRET);
            session.does("mkdir " + session.path("d"));
            disk.link(session.path("d/link"), outside);
            session.answer("rm -r " + session.path("d/link/secret"));
            session.answer("rm -r " + session.path("d"));
            disk.outsideIsUntouched(SECRET);
        }
    }

    @NeedsRoot
    @Judges(COM_2_6)
    @Quirk("It tells paths on the machine.")
    @UsualCause("The text of the system's error is sent, with the path on the server's disk in it.")
    void errorsDoNotTellWhereTheWorkspaceLies(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String root = new CloudFsDisk(trial).root().toString();
        for (String line : List.of("pwd", "cat " + session.path("nosuch"), "rm " + session.path("nosuch"),
                "mkdir " + session.directory(), "cd " + session.path("nosuch"), "cat " + session.directory(),
                "cat ../nosuch", "ls " + session.path("nosuch"), "mv " + session.path("nosuch") + " x",
                "rm " + session.directory())) {
            String answer = session.answer(line);
            trial.require(!answer.contains(root), "an answer without the path of the workspace on the disk", answer);
        }
    }
}
