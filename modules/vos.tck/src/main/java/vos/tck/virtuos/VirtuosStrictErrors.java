package vos.tck.virtuos;

import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_4;
import static vos.tck.Requirement.COM_4_1;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_8_3;
import static vos.tck.Requirement.COM_9_1;
import static vos.tck.Requirement.VIRT_6_2;
import static vos.tck.Requirement.VIRT_6_3;
import static vos.tck.Requirement.VIRT_6_4;
import static vos.tck.Requirement.VIRT_6_6;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Refusals of the strict form, and what breaks its framing. */
final class VirtuosStrictErrors {

    @Judges({COM_4_1, VIRT_6_3})
    void aRefusalNamesItsReason(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial).does("mkdir a").upload("a/file", "content");
        session.refuses("cd nosuch", "not-found").refuses("cd a/file", "not-a-directory")
                .refuses("rm nosuch", "not-found").refuses("rm a", "directory-not-empty")
                .refuses("mkdir a", "already-exists").refuses("download nosuch", "not-found")
                .refuses("download a", "is-a-directory").refuses("touch a", "is-a-directory")
                .refuses("ls a/file", "not-a-directory")
                .holds("a/file", "content").say("pwd").text(session.path());
    }

    @Judges({COM_2_4, VIRT_6_4})
    void aPathOutOfTheWorkspaceIsRefused(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String command : List.of("cd ../..", "ls /..", "mkdir ../../x", "rm ../../x", "touch ../../x",
                "download ../../x", "cd ../.." + session.path())) {
            session.refuses(command, "outside-the-workspace");
        }
        session.peer().send("upload 3 ../../x\none");
        session.refused("outside-the-workspace").say("pwd").text(session.path());
    }

    @Judges({COM_2_2, COM_9_1})
    @UsualCause("The name stands in the sentence as it came, and what it does to a terminal is the client's affair.")
    void aNameWithAControlCharacterIsRefusedWithoutIt(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String name : List.of("a\u0000b", "a\u001b[31mb", "a\u007fb", "a\tb", "a\rb", "a\u0085b", "a\u2028b",
                ".vos-x", "n".repeat(256))) {
            session.refuses("mkdir " + name, "invalid-name").refuses("touch " + name, "invalid-name")
                    .refuses("cd " + name, "invalid-name").refuses("download " + name, "invalid-name");
        }
        session.lists();
    }

    @Judges({VIRT_6_2, COM_4_1})
    @UsualCause("The answer is the sentence of the published form.")
    void anotherWordIsUnsupported(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String command : List.of("mydir", "help", "PWD", "list a", "h")) {
            session.refuses(command, "unsupported");
        }
        session.lists();
    }

    @Judges({VIRT_6_2, COM_4_2})
    void aCommandWithoutItsNameIsRefused(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String command : List.of("mkdir", "rm", "touch", "download", "mkdir ", "rm ")) {
            session.refuses(command, ".+");
        }
        session.say("pwd").text(session.path()).lists();
    }

    @Judges({COM_9_1, COM_4_2})
    void aLineThatIsNotUtf8IsMalformed(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        session.peer().send(Payload.text("mkdir a").then(Payload.octets(0xff, 0xfe)).then("\npwd\n"));
        session.refused("malformed").text(session.path()).lists();
    }

    @Judges({VIRT_6_6, COM_4_3})
    @UsualCause("The line is refused as any other, and the file behind it is taken for commands.")
    void anUploadWithoutSizeAndNameBreaksTheFraming(Trial trial) {
        VirtuosStrictSession session = VirtuosStrictSession.open(trial);
        for (String upload : List.of("upload", "upload file", "upload 5", "upload -1 file", "upload +1 file",
                "upload 1x file", "upload  1 file", "upload 1234567890123456789 file", "upload 0x1 file",
                "upload file 1")) {
            session.another().say(upload + "\nmkdir a").refused("malformed").peer().expectEnd();
        }
        session.lists();
    }

    @Judges({COM_8_3, COM_4_3, VIRT_6_6})
    @UsualCause("The connection is closed while bytes wait to be read, and the system sends a reset behind the answer.")
    void theLastWordsAreNotLostToAReset(Trial trial) {
        Payload content = Contents.large(trial);
        VirtuosStrictSession session = VirtuosStrictSession.open(trial).upload("file", content, Contents.LARGE);
        // While the server sends, which nobody reads, all that follows comes to lie in its system's buffer.
        session.say("download file").peer().pause().send("upload file\n" + "content ".repeat(12_000)).pause();
        session.content(content, Contents.LARGE).refused("malformed").peer().expectEnd();
    }
}
