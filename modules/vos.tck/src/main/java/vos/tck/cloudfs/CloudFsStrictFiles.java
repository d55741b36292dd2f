package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_6_2;
import static vos.tck.Requirement.CLOUD_6_3;
import static vos.tck.Requirement.CLOUD_6_6;
import static vos.tck.Requirement.CLOUD_6_7;
import static vos.tck.Requirement.COM_2_2;
import static vos.tck.Requirement.COM_2_5;
import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_8;

import java.nio.file.Path;
import java.util.List;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Contents in the strict form, whose length is told before them. */
final class CloudFsStrictFiles {

    private static final int MIB = 1024 * 1024;
    private static final Octets OLD = Octets.of("the old content\n");

    @Judges({CLOUD_6_2, COM_5_5})
    void contentsOfAnyLengthPass(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (int length : List.of(0, 1, 63, 64, 65, 1023, 1024, 1025, 4095, 4096, 4097, 8191, 8192, 8193, 65_535,
                65_536, 65_537)) {
            Octets content = Octets.random(trial, length);
            session.upload(session.path("file"), content).ok().holds(session.path("file"), content);
        }
    }

    @Judges({CLOUD_6_2, COM_5_5})
    void manyMegabytesPass(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        Octets content = Octets.repeated(trial.randomBytes(1024), 8 * 1024);
        session.upload(session.path("large"), content).ok().holds(session.path("large"), content);
    }

    @Judges({CLOUD_6_2, COM_5_5})
    @UsualCause("The sentinel of the published form is looked for here too.")
    void aContentMayHoldAnything(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (Octets content : List.of(Octets.of("__END__"), Octets.of("before__END__behind"),
                Octets.of("ends with __END"), CloudFsFrame.of("!DISCONNECT"),
                CloudFsFrame.of("RUN rm -r " + session.directory()), Octets.of("\r\n\0\n"), Octets.of("OK"))) {
            session.upload(session.path("file"), content).ok().holds(session.path("file"), content);
        }
    }

    @Judges(CLOUD_6_6)
    @UsualCause("A refusal is told before the content has come, which is then taken for requests.")
    void aRefusalComesBehindTheContent(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        Octets content = CloudFsFrame.of("RUN mkdir " + session.path("d")).then(CloudFsFrame.of("!DISCONNECT"));
        session.send("UPLOAD " + session.path("nosuch/x")).peer()
                .send(CloudFsFrame.header(Integer.toString(content.length()))).expectSilence(200)
                .send(content.payload());
        session.refuses("not-found").does("ls " + session.directory());
    }

    @Judges({CLOUD_6_6, COM_6_8})
    @UsualCause("The end of the stream is taken for the end of the content.")
    void anUploadThatBreaksOffIsNeitherStoredNorAnswered(Trial trial) {
        CloudFsStrictSession witness = CloudFsStrictSession.inDirectory(trial);
        witness.upload(witness.path("file"), OLD).ok();
        for (int sent : List.of(0, 1, 9_999)) {
            CloudFsStrictSession session = witness.another().send("UPLOAD " + witness.path("file"));
            session.peer().send(CloudFsFrame.header("10000").then(Octets.random(trial, sent).payload())).halfClose();
            byte[] answer = session.peer().expectGone();
            trial.require(answer.length == 0, "no answer", answer.length + " bytes");
        }
        witness.holds(witness.path("file"), OLD).prints("ls " + witness.directory(), "file\n");
    }

    @Judges({CLOUD_6_6, COM_6_8})
    @UsualCause("The upload is stored when the stream ends within the header of its content, as an empty file.")
    void anUploadWithoutAContentIsNone(Trial trial) {
        CloudFsStrictSession witness = CloudFsStrictSession.inDirectory(trial);
        for (String sent : List.of("", "0", "0" + " ".repeat(62))) {
            CloudFsStrictSession session = witness.another().send("UPLOAD " + witness.path("file"));
            session.peer().send(sent).halfClose().expectGone();
        }
        witness.does("ls " + witness.directory());
    }

    @Judges({COM_5_1, CLOUD_6_2})
    @UsualCause("The content is written to its name while it comes.")
    void theOldFileStaysUntilTheUploadIsComplete(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        CloudFsStrictSession other = session.another();
        session.upload(session.path("file"), OLD).ok().send("UPLOAD " + session.path("file")).peer()
                .send(CloudFsFrame.header("10").then("first")).pause();
        other.holds(session.path("file"), OLD);
        session.peer().send(" last");
        session.ok();
        other.holds(session.path("file"), Octets.of("first last"));
    }

    @NeedsRoot
    @Judges(CLOUD_6_7)
    @UsualCause("The connection is closed in order, or goes on, when a file turns out to be shorter than was told.")
    void aDownloadThatCannotBeSentWholeIsReset(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        disk.resize(session.path("file"), 64L * MIB);
        session.send("DOWNLOAD " + session.path("file")).ok().peer()
                .expect(CloudFsFrame.header(Integer.toString(64 * MIB)));
        disk.resize(session.path("file"), 0);
        byte[] came = session.peer().expectGone();
        trial.require(came.length < 64 * MIB, "fewer bytes than the file had", came.length + " bytes");
        session.peer().expectReset();
    }

    @Judges({COM_2_2, CLOUD_6_3})
    void namesAreRefusedByTheirWord(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        for (String name : List.of("\0", "a\nb", "a" + (char) 0x2028, "a" + (char) 0xfffd, "x".repeat(256), ".vos-x")) {
            session.upload(session.path(name), OLD).refuses("invalid-name");
            session.send("DOWNLOAD " + session.path(name)).refuses("invalid-name");
        }
        session.does("ls " + session.directory());
    }

    @NeedsRoot
    @Judges({COM_2_5, CLOUD_6_3})
    @UsualCause("Paths are looked at as text, and the system follows the links in them.")
    void linksAreRefusedByTheirWord(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        session.does("mkdir " + session.path("d")).upload(session.path("d/file"), OLD).ok();
        disk.link(session.path("link"), Path.of("d"));
        for (String path : List.of("link", "link/file", "link/new")) {
            session.send("DOWNLOAD " + session.path(path)).refuses("outside-the-workspace");
            session.upload(session.path(path), OLD).refuses("outside-the-workspace");
        }
        session.prints("ls " + session.directory(), "d\n").prints("ls " + session.path("d"), "file\n");
    }
}
