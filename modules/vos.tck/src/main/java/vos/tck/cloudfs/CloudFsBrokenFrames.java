package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_2_3;
import static vos.tck.Requirement.CLOUD_2_4;
import static vos.tck.Requirement.CLOUD_5_8;
import static vos.tck.Requirement.COM_2_1;
import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_4_3;
import static vos.tck.Requirement.COM_6_4;
import static vos.tck.Requirement.COM_7_1;
import static vos.tck.Requirement.COM_8_2;
import static vos.tck.Requirement.COM_8_3;

import java.util.List;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Headers that are no length, messages that are no text, and frames that do not come to their end. */
final class CloudFsBrokenFrames {

    private static final String SILENT = "It ends the conversation in silence, and leaves the connection open.";

    @Judges({CLOUD_2_3, CLOUD_5_8, COM_6_4})
    @Quirk(SILENT)
    @UsualCause("The function that makes a number of the header accepts more than digits, or its error ends the "
            + "program.")
    void aHeaderThatIsNoLengthEndsTheConversation(Trial trial) {
        for (String header : List.of("abc", "", "-4", "+4", "4.0", "4e0", "0x4", "4 4", "4\0", "\t4", "\u0664", "4,",
                "0000000000000000004", "9999999999999999999")) {
            trial.afresh();
            CloudFsSession session = CloudFsSession.open(trial);
            session.peer().send(CloudFsFrame.header(header));
            session.malformed().peer().expectEnd();
        }
    }

    @Judges({CLOUD_2_3, COM_7_1})
    @Quirk("It makes room for as many bytes as the header says, and waits for them.")
    @UsualCause("The server waits for the message, or makes room for it, before it looks at its length.")
    void aMessageThatIsTooLongIsRefusedBeforeItComes(Trial trial) {
        for (String length : List.of("8193", "65536", "2147483648", "999999999999999999")) {
            trial.afresh();
            CloudFsSession session = CloudFsSession.open(trial);
            session.peer().send(CloudFsFrame.header(length));
            session.malformed().peer().expectEnd();
        }
    }

    @Judges(COM_4_3)
    @UsualCause("After a broken header the server looks for the next one in what follows.")
    void nothingBehindABrokenHeaderIsACommand(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        Payload behind = CloudFsFrame.of("mkdir " + witness.path("d")).payload();
        for (String header : List.of("abc", "8193", "-1")) {
            CloudFsSession session = witness.another();
            session.peer().send(CloudFsFrame.header(header).then(behind).then(behind)).expectGone();
        }
        witness.prints("ls " + witness.directory(), CloudFsSession.DONE);
    }

    @Judges(COM_8_3)
    @Quirk(SILENT)
    @UsualCause("The server closes while bytes lie unread: the system then resets the connection, and its last words "
            + "are lost. It has to end its output and go on reading for a while.")
    void theLastWordsAreNotLostToAReset(Trial trial) {
        CloudFsSession session = CloudFsSession.open(trial);
        session.peer().send(CloudFsFrame.header("abc").then(Payload.repeated(new byte[1024], 64)));
        session.malformed().peer().expectEnd();
    }

    @Judges({CLOUD_2_4, CLOUD_5_8, COM_2_1, COM_4_2})
    @Quirk("It ends the conversation in silence.")
    @UsualCause("The error of the function that makes text of bytes ends the conversation.")
    void aMessageThatIsNotTextIsMalformed(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int[] octets : List.of(new int[] {0xff}, new int[] {'l', 's', ' ', 0xc0, 0xaf},
                new int[] {'c', 'd', ' ', 0xed, 0xa0, 0x80}, new int[] {'p', 'w', 'd', 0xe2, 0x82})) {
            session.peer().send(CloudFsFrame.of(new Octets(Payload.octets(octets), octets.length)).payload());
            session.malformed().does("cd .");
        }
    }

    @Judges(CLOUD_2_4)
    @Quirk("It ends the conversation in silence.")
    @UsualCause("The content behind an UPLOAD whose name is no text is taken for the next commands.")
    void aContentBehindANameThatIsNotTextIsNoCommand(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets request = Octets.of("UPLOAD ").then(new Octets(Payload.octets(0xff, 0xfe), 2));
        Octets all = CloudFsFrame.of(request).then(CloudFsFrame.of("mkdir " + session.path("d")))
                .then(CloudFsSession.SENTINEL);
        session.peer().send(all.payload());
        session.malformed().prints("ls " + session.directory(), CloudFsSession.DONE);
    }

    @Judges(COM_8_2)
    @UsualCause("The end of the stream is taken for the end of the message.")
    void aFrameThatDoesNotComeToItsEndIsNoCommand(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        Octets frame = CloudFsFrame.of("mkdir " + witness.path("de"));
        for (int missing : List.of(1, frame.length() - CloudFsFrame.HEADER, frame.length() - 1)) {
            CloudFsSession session = witness.another();
            session.peer().send(beginning("mkdir " + witness.path("de"), frame.length() - missing))
                    .halfClose().expectGone();
        }
        witness.prints("ls " + witness.directory(), CloudFsSession.DONE);
    }

    private static Payload beginning(String message, int count) {
        String length = Integer.toString(message.length());
        String header = length + " ".repeat(CloudFsFrame.HEADER - length.length());
        return Payload.text((header + message).substring(0, count));
    }

    @Judges(COM_8_2)
    @UsualCause("A server that is left in the middle of a message dies of it, or reads nothing again and again.")
    void aClientMayVanishAnywhere(Trial trial) {
        CloudFsSession witness = CloudFsSession.inDirectory(trial);
        String message = "mkdir " + witness.path("de");
        for (int count : List.of(0, 1, CloudFsFrame.HEADER - 1, CloudFsFrame.HEADER, CloudFsFrame.HEADER + 1)) {
            witness.another().peer().send(beginning(message, count)).reset();
            witness.another().peer().send(beginning(message, count)).close();
            witness.prints("ls " + witness.directory(), CloudFsSession.DONE);
        }
    }
}
