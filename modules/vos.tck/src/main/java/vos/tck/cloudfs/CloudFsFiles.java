package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_2;
import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_5_3;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_8_2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vos.tck.Alone;
import vos.tck.Expectation;
import vos.tck.Judges;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Files while they are uploaded, and uploads that do not come to their end: all or nothing. */
final class CloudFsFiles {

    private static final Octets OLD = Octets.of("the old content\n");
    private static final Octets HALF = Octets.repeated("half of it\n".getBytes(StandardCharsets.UTF_8), 10_000);
    private static final String IN_PLACE = "The content is written to its name while it comes, and not to another one"
            + " that is moved there when it is complete.";
    private static final String VISIBLE = "An upload is visible while it is under way.";
    private static final String HALF_STAYS = "A client that vanishes leaves half of its upload.";
    private static final int ABORTED = 200;

    @Judges({COM_5_1, COM_5_2})
    @Quirk(VISIBLE)
    @UsualCause(IN_PLACE)
    void anUploadIsNotVisibleBeforeItsEnd(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsSession other = session.another();
        session.uploadBeginning(session.path("new"), HALF);
        other.prints("ls " + session.directory(), CloudFsSession.DONE).hasNo(session.path("new"));
        session.uploadEnd().prints("ls " + session.directory(), "new\n");
        other.holds(session.path("new"), HALF);
    }

    @Judges(COM_5_1)
    @Quirk(VISIBLE)
    @UsualCause(IN_PLACE)
    void theOldFileStaysUntilTheUploadIsComplete(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsSession other = session.another();
        session.uploadSlowly(session.path("file"), OLD).uploadBeginning(session.path("file"), HALF);
        other.holds(session.path("file"), OLD).prints("cat " + session.path("file"), "the old content\n");
        session.uploadEnd().does("cd .");
        other.holds(session.path("file"), HALF);
    }

    @Judges({COM_5_2, COM_8_2})
    @Quirk(HALF_STAYS)
    @UsualCause("The end of the stream is taken for the end of the content.")
    void anUploadThatBreaksOffStoresNothing(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        for (Octets sent : List.of(Octets.of(""), Octets.of("some"), HALF, Octets.of("some__EN"),
                Octets.of("__END_"))) {
            CloudFsSession session = witness.another();
            session.uploadBeginning(session.path("new"), sent).peer().halfClose().expectGone();
            witness.prints("ls " + witness.directory(), CloudFsSession.DONE).hasNo(witness.path("new"));
        }
    }

    @Judges({COM_5_1, COM_5_2})
    @Quirk(HALF_STAYS)
    @UsualCause(IN_PLACE)
    void anUploadThatBreaksOffLeavesTheOldFile(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        witness.upload(witness.path("file"), OLD).does("cd .");
        CloudFsSession half = witness.another();
        half.uploadBeginning(half.path("file"), HALF).peer().halfClose().expectGone();
        witness.holds(witness.path("file"), OLD);
        CloudFsSession reset = witness.another();
        reset.uploadBeginning(reset.path("file"), HALF).peer().reset();
        CloudFsSession closed = witness.another();
        closed.uploadBeginning(closed.path("file"), HALF).peer().close();
        witness.holds(witness.path("file"), OLD).prints("ls " + witness.directory(), "file\n");
    }

    @Judges({CLOUD_3_3, CLOUD_2_2})
    @Quirk("It asks for the next command again and again, and keeps a processor busy for ever.")
    @UsualCause("What has come whole is thrown away when the end of the stream is right behind it.")
    void anUploadThatIsWholeIsStoredAlsoWhenItsClientLeaves(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        CloudFsSession session = witness.another();
        session.uploadAtOnce(session.path("file"), OLD).peer().halfClose().expectEnd();
        witness.holds(witness.path("file"), OLD);
    }

    @Judges({COM_5_1, COM_8_2})
    void anUploadWhoseClientClosesAtOnceIsThereWholeOrNotAtAll(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        for (int i = 0; i < 10; i++) {
            CloudFsSession session = witness.another();
            session.uploadAtOnce(session.path("file" + i), HALF).peer().close();
            byte[] came = witness.send("DOWNLOAD " + witness.path("file" + i)).peer().receive(
                    new Expectation.Delimited(Payload.text(CloudFsSession.SENTINEL), ".*", "a download"));
            trial.require(came.length == HALF.length() || came.length == "File not found.".length(),
                    "all " + HALF.length() + " bytes, or no file", came.length + " bytes");
        }
    }

    @Judges({COM_5_1, COM_5_5})
    @Quirk(VISIBLE)
    @UsualCause("The file is written over in place, below those who are reading it.")
    void whoIsReadingAFileKeepsIt(Trial trial) {
        CloudFsSession writer = CloudFsSession.inDirectory(trial);
        CloudFsSession reader = writer.another();
        byte[] unit = trial.randomBytes(1024);
        Payload rest = Payload.repeated(unit, 16 * 1024);
        writer.upload(writer.path("file"), Octets.of(unit).then(new Octets(rest, 16 * 1024 * 1024))).does("cd .");
        reader.send("DOWNLOAD " + reader.path("file")).peer().expect(Payload.bytes(unit));
        writer.upload(writer.path("file"), OLD).does("cd .").holds(writer.path("file"), OLD);
        reader.peer().expect(rest).expect(CloudFsSession.SENTINEL);
    }

    @Judges({COM_5_1, COM_5_2})
    @Quirk(VISIBLE)
    @UsualCause("Two uploads to one name are written into one file.")
    void ofTwoUploadsToOneNameOneIsThere(Trial trial) {
        CloudFsSession one = CloudFsSession.inDirectory(trial);
        CloudFsSession two = one.another();
        byte[] ones = "1".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        byte[] twos = "2".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        one.uploadBeginning(one.path("file"), Octets.of(ones));
        two.uploadBeginning(two.path("file"), Octets.of(twos));
        one.peer().send(Octets.of(ones).payload());
        one.uploadEnd().does("cd .").holds(one.path("file"), Octets.of(ones).then(Octets.of(ones)));
        two.peer().send(Octets.of(twos).payload());
        two.uploadEnd().does("cd .").holds(one.path("file"), Octets.of(twos).then(Octets.of(twos)));
    }

    @NeedsRoot
    @Judges(COM_5_2)
    @Quirk(VISIBLE)
    @UsualCause(IN_PLACE)
    void anUnfinishedUploadHasANameThatNobodyCanUse(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        session.uploadBeginning(session.path("new"), HALF);
        new CloudFsDisk(trial).mustHave(session.directory());
        for (String name : trial.filesIn(session.directory())) {
            trial.require(name.startsWith(".vos-"), "a name that begins with .vos-", name);
            session.another().doesNotSend(session.path(name));
        }
        session.another().prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @NeedsRoot
    @Judges(COM_5_3)
    @UsualCause("Files are kept in the memory of the process, or written some time later.")
    void whatIsAcknowledgedIsOnTheDisk(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        session.does("mkdir " + session.path("d")).upload(session.path("file"), OLD).does("cd .");
        disk.mustHave(session.path("d"));
        disk.mustHold(session.path("file"), "the old content\n");
        session.does("mv " + session.path("file") + " " + session.path("d")).does("mkdir " + session.path("e"))
                .does("rm -r " + session.path("e"));
        disk.mustHold(session.path("d/file"), "the old content\n");
        trial.require(trial.filesIn(session.directory()).equals(List.of("d")), "just d on the disk",
                trial.filesIn(session.directory()).toString());
    }

    @Alone
    @Judges({COM_5_2, COM_8_2})
    @Quirk(HALF_STAYS)
    @UsualCause("Each upload that is broken off leaves an open file, a thread or a lock behind, until there are no "
            + "more.")
    void afterManyBrokenUploadsTheServerServesAsBefore(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        for (int i = 0; i < ABORTED; i++) {
            CloudFsSession session = witness.another();
            session.peer().send(CloudFsFrame.of("UPLOAD " + session.path("file" + i)).then("some").payload());
            if (i % 2 == 0) {
                session.peer().reset();
            } else {
                session.peer().halfClose().expectGone();
            }
        }
        witness.prints("ls " + witness.directory(), CloudFsSession.DONE);
        CloudFsSession session = witness.another();
        session.upload(session.path("file"), OLD).holds(session.path("file"), OLD);
    }
}
