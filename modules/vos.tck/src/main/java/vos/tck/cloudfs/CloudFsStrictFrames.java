package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_2;
import static vos.tck.Requirement.CLOUD_2_3;
import static vos.tck.Requirement.CLOUD_2_4;
import static vos.tck.Requirement.CLOUD_6_2;
import static vos.tck.Requirement.CLOUD_6_3;
import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_3_5;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_6_4;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Splits;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Frames in the strict form, wherever the network cuts them, and broken ones. */
final class CloudFsStrictFrames {

    private static final Octets CONTENT = Octets.of("cut\n");

    @Judges({CLOUD_2_2, COM_3_5})
    @UsualCause("One read may give fewer bytes than were asked for, of a content as of its header.")
    void requestsAndContentsAreUnderstoodWhereverTheyAreCut(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        String path = session.path("file");
        Octets all = CloudFsStrictSession.uploading(path, CONTENT).then(CloudFsFrame.of("RUN cat " + path));
        Splits.everywhere(all.length(), cuts -> {
            session.peer().sendCut(all.payload(), cuts);
            session.ok().ok().outputs("cut\n");
        });
    }

    @Judges(COM_3_5)
    void aConversationMayComeByteByByte(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        String path = session.path("file");
        session.peer().drip(CloudFsStrictSession.uploading(path, CONTENT).then(CloudFsFrame.of("DOWNLOAD " + path))
                .payload());
        session.ok().ok().content(CONTENT);
    }

    @Judges({CLOUD_2_3, COM_4_3, COM_6_4, CLOUD_6_3})
    @UsualCause("After a broken header the server is silent, or looks for the next one in what follows.")
    void aBrokenHeaderIsAnsweredAndEndsTheConversation(Trial trial) {
        CloudFsStrictSession witness = CloudFsStrictSession.inDirectory(trial);
        Payload behind = CloudFsFrame.of("RUN mkdir " + witness.path("d")).payload();
        for (String header : List.of("nine", "-1", "", "0000000000000000001", "8193")) {
            CloudFsStrictSession session = witness.another();
            session.peer().send(CloudFsFrame.header(header).then(behind));
            session.refuses("malformed").peer().expectEnd();
        }
        witness.does("ls " + witness.directory());
    }

    @Judges({COM_4_3, COM_6_4, CLOUD_6_2})
    @UsualCause("The header of a content is not looked at as that of a message is.")
    void aBrokenHeaderOfAContentStoresNothing(Trial trial) {
        CloudFsStrictSession witness = CloudFsStrictSession.inDirectory(trial);
        for (String header : List.of("nine", "-1", "", "9999999999999999999")) {
            CloudFsStrictSession session = witness.another().send("UPLOAD " + witness.path("file"));
            session.peer().send(CloudFsFrame.header(header).then("content"));
            session.refuses("malformed").peer().expectEnd();
        }
        witness.does("ls " + witness.directory());
    }

    @Judges({CLOUD_6_2, COM_6_4})
    @UsualCause("Room is made for as many bytes as are announced.")
    void aContentIsNotBelievedBeforeItComes(Trial trial) {
        CloudFsStrictSession witness = CloudFsStrictSession.inDirectory(trial);
        for (String length : List.of("2147483647", "4294967297", "999999999999999999")) {
            CloudFsStrictSession session = witness.another().send("UPLOAD " + witness.path("file"));
            session.peer().send(CloudFsFrame.header(length).then("content")).pause().halfClose().expectGone();
            witness.does("ls " + witness.directory());
        }
    }

    @Judges({CLOUD_2_4, COM_2_1, CLOUD_6_3})
    @UsualCause("The content behind an UPLOAD whose name is no text is taken for the next request.")
    void aMessageThatIsNotTextIsMalformed(Trial trial) {
        CloudFsStrictSession session = CloudFsStrictSession.inDirectory(trial);
        Octets bad = new Octets(Payload.octets(0xff, 0xfe), 2);
        session.peer().send(CloudFsFrame.of(Octets.of("RUN ls ").then(bad)).payload());
        session.refuses("malformed").peer().send(CloudFsFrame.of(bad).payload());
        session.refuses("malformed").peer().send(CloudFsFrame.of(Octets.of("UPLOAD ").then(bad))
                .then(CloudFsFrame.of(CloudFsFrame.of("RUN mkdir " + session.path("d")))).payload());
        session.refuses("malformed").does("ls " + session.directory());
    }
}
