package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_2;
import static vos.tck.Requirement.CLOUD_2_3;
import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.COM_6_2;
import static vos.tck.Requirement.COM_6_4;
import static vos.tck.Requirement.COM_7_1;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Frames and contents, wherever the network cuts and joins them. */
final class CloudFsFrames {

    private static final String SHORT_READ = "One read may give fewer bytes than were asked for:"
            + " the server has to read on until it has all 64 of the header, and all of the message.";

    @Judges({CLOUD_2_2, COM_6_4})
    @UsualCause(SHORT_READ)
    void aCommandIsUnderstoodWhereverItIsCut(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String line = "ls " + session.directory();
        session.does("mkdir " + session.path("here"));
        Splits.everywhere(CloudFsFrame.of(line).length(), cuts -> session.sendCut(line, cuts).says("here\n"));
    }

    @Judges(CLOUD_2_2)
    @UsualCause(SHORT_READ)
    void commandsAreUnderstoodHoweverTheyAreCut(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path("file.txt");
        Octets all = CloudFsSession.uploading(path, Octets.of("first__E\n")).then(CloudFsFrame.of("cat " + path))
                .then(CloudFsFrame.of("cd ."));
        Splits.random(trial, all.length(), 10, (again, cuts) -> CloudFsSession.open(again).peer()
                .sendCut(all.payload(), cuts).expect("first__E\n").expect(CloudFsSession.DONE));
    }

    @Judges(CLOUD_2_2)
    @UsualCause(SHORT_READ)
    void aConversationMayComeByteByByte(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path("file.txt");
        session.peer().drip(CloudFsSession.uploading(path, Octets.of("drop by drop\n"))
                .then(CloudFsFrame.of("cat " + path)).payload()).expect("drop by drop\n");
    }

    @Judges(CLOUD_2_2)
    @UsualCause("What one read gave beyond the message is thrown away; it is the beginning of the next frame.")
    void commandsThatComeTogetherAreAnsweredOneByOne(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets all = CloudFsFrame.of("mkdir " + session.path("a")).then(CloudFsFrame.of("ls " + session.directory()))
                .then(CloudFsFrame.of("mkdir " + session.path("b")))
                .then(CloudFsFrame.of("ls " + session.directory()));
        session.peer().send(all.payload()).expect(CloudFsSession.DONE).expect("a\n")
                .expect(CloudFsSession.DONE).expect("a\nb\n");
    }

    @Judges({CLOUD_2_2, CLOUD_3_3})
    @UsualCause("What stands behind the sentinel in the same read is stored in the file, or lost.")
    void whatStandsBehindASentinelIsTheNextFrame(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets all = CloudFsSession.uploading(session.path("one"), Octets.of("first"))
                .then(CloudFsSession.uploading(session.path("two"), Octets.of("second")))
                .then(CloudFsFrame.of("cat " + session.path("one")))
                .then(CloudFsFrame.of("cat " + session.path("two")));
        session.peer().send(all.payload()).expect("first").expect("second");
    }

    @Judges({CLOUD_3_3, COM_6_2})
    @UsualCause("The sentinel is looked for in what one read gave, and missed when two reads have a part of it each.")
    void anUploadIsUnderstoodWhereverItIsCut(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        String path = session.path("file.txt");
        int length = cutUpload(path, 100).length();
        Splits.everywhere(length, cuts -> session.peer().sendCut(cutUpload(path, 100 + cuts.getFirst()).payload(), cuts)
                .expect((100 + cuts.getFirst()) + "\n__EN"));
    }

    /** An upload and a look at it; the content has a number, so that an older file does not pass for it. */
    private static Octets cutUpload(String path, int number) {
        return CloudFsSession.uploading(path, Octets.of(number + "\n__EN")).then(CloudFsFrame.of("cat " + path));
    }

    @Judges({CLOUD_3_3, COM_6_2})
    @UsualCause("After a part of a sentinel that goes on otherwise, the search begins anew behind it, and not within "
            + "it.")
    void whatIsAlmostASentinelIsContent(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (String text : List.of("_", "___", "__E", "__EN_", "_END__", "__END_ _", "__end__", "__EN\0D__",
                "__E__EN__EN", "END__")) {
            Octets content = Octets.of(text);
            session.uploadAtOnce(session.path("file"), content).holds(session.path("file"), content);
        }
    }

    @Judges({CLOUD_2_3, COM_6_4})
    void spacesBeforeTheDigitsAndLeadingZerosAreAccepted(Trial trial) {
        CloudFsSession session = CloudFsSession.open(trial);
        for (String header : List.of("   4", "004", " ".repeat(63) + "4", "000000000000000004", "0".repeat(17) + "4")) {
            session.peer().send(CloudFsFrame.header(header).then("cd .")).expect(CloudFsSession.DONE);
        }
    }

    @Judges({CLOUD_2_3, COM_7_1})
    @UsualCause("The server reads messages into a buffer that is smaller than 8,192 bytes.")
    void aMessageOf8192BytesIsUnderstood(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        int spaces = CloudFsFrame.LONGEST_MESSAGE - "mkdir".length() - session.path("d").length();
        session.does("mkdir" + " ".repeat(spaces) + session.path("d")).prints("ls " + session.directory(), "d\n");
    }
}
