package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_5_5;
import static vos.tck.Requirement.COM_2_2;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Names that the system would take, and a server must not. */
final class CloudFsNames {

    private static final String TAKES_ANY = "It takes every name that the machine takes, and dies of the others.";
    private static final List<String> BAD = List.of("a\0b", "a\nb", "a\rb", "a\tb", "\33[2J", "a\177b",
            "a" + (char) 0x85 + "b", "a" + (char) 0x9f, "a" + (char) 0x2028 + "b", "a" + (char) 0x2029 + "b",
            "a" + (char) 0xfffd + "b", "x".repeat(256), "\u00e9".repeat(128), ".vos-", ".vos-x", "\0");

    @Judges(COM_2_2)
    @Quirk(TAKES_ANY)
    @UsualCause("Names are handed to the system as they are; or their length is counted in characters.")
    void uploadsToForbiddenNamesAreRefused(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String name : BAD) {
            session.upload(session.path(name), Octets.of("content")).tells(1, "invalid-name");
        }
        session.upload(session.path(".vos-x/file"), Octets.of("content")).tells(1, "invalid-name");
        session.prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @Judges({COM_2_2, CLOUD_5_5})
    @Quirk(TAKES_ANY)
    void downloadsOfForbiddenNamesAreRefused(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        BAD.forEach(name -> session.doesNotSend(session.path(name)));
        session.does("cd .");
    }

    @Judges(COM_2_2)
    @Quirk(TAKES_ANY)
    void commandsDoNotMakeForbiddenNames(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.does("mkdir " + session.path("d"));
        for (String name : List.of("a" + (char) 0x85 + "b", "a\177b", "x".repeat(256), "\u00e9".repeat(128),
                ".vos-x")) {
            session.complains("mkdir '" + session.path(name) + "'");
            session.complains("mv " + session.path("d") + " '" + session.path(name) + "'");
        }
        session.prints("ls " + session.directory(), "d\n");
    }

    @Judges(COM_2_2)
    @Quirk(TAKES_ANY)
    @UsualCause("The system's own limit for a path is met only in the middle of the operation.")
    void aPathOfMoreThan4096BytesIsRefused(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path("b/".repeat(2048) + "file");
        session.upload(path, Octets.of("content")).tells(1, "[a-z-]+");
        session.prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @Judges(COM_2_2)
    @UsualCause("The name under which an unfinished upload is kept is longer than that of the file.")
    void aNameOf255BytesIsGood(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String name : List.of("x".repeat(255), "\u00e9".repeat(127) + "x")) {
            session.upload(session.path(name), Octets.of(name)).holds(session.path(name), Octets.of(name))
                    .prints("ls " + session.directory(), name + "\n").does("rm " + session.path(name));
        }
    }

    @Judges(COM_2_2)
    @UsualCause("Every name that begins with a dot, or holds two, is refused.")
    void namesThatLookOddAreGood(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String name : List.of("...", "..a", "a..b", ".hidden", ".vos", "-", "CON", "a:b", "\ud83d\ude42")) {
            session.upload(session.path(name), Octets.of(name)).holds(session.path(name), Octets.of(name));
        }
    }
}
