package vos.tck.cloudfs;

import static vos.tck.Requirement.CLOUD_3_3;
import static vos.tck.Requirement.CLOUD_3_4;
import static vos.tck.Requirement.CLOUD_5_6;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vos.tck.Hazard;
import vos.tck.Judges;
import vos.tck.Limitation;
import vos.tck.NeedsRoot;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** Contents of any length and of any bytes, in the published form. */
final class CloudFsContents {

    private static final int MIB = 1024 * 1024;

    @Judges({CLOUD_3_3, CLOUD_3_4, COM_5_5})
    @UsualCause("At lengths around that of a buffer, the sentinel is cut by a read, or stands alone in one.")
    void contentsAroundTheLengthOfABufferPass(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        for (int length : List.of(0, 1, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 2042, 2048, 4091,
                4095, 4096, 4097, 65_535, 65_536, 65_537)) {
            Octets content = Octets.random(trial, length);
            session.uploadAtOnce(session.path("file"), content).holds(session.path("file"), content);
        }
    }

    @Judges(COM_5_5)
    @UsualCause("The whole content is kept in memory, or searched for the sentinel from its beginning after every "
            + "read.")
    void manyMegabytesPass(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets content = Octets.repeated(trial.randomBytes(1024), 8 * 1024);
        session.uploadAtOnce(session.path("large"), content).holds(session.path("large"), content);
    }

    @Judges(COM_5_5)
    @UsualCause("The content is taken for text: line ends are changed, or what is not UTF-8 is replaced.")
    void everyByteValuePasses(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Octets content = Octets.of("\r\n\0\n\r").then(Octets.of(all)).then("\r\n");
        session.upload(session.path("file"), content).holds(session.path("file"), content);
    }

    @Judges({CLOUD_3_3, COM_5_5})
    @UsualCause("The server looks at every read for a header or a command, also within a content.")
    void whatLooksLikeAFrameIsContent(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets content = CloudFsFrame.of("mkdir " + session.path("d")).then(CloudFsFrame.of("!DISCONNECT"))
                .then("DOWNLOAD x\nUPLOAD y");
        session.upload(session.path("file"), content).holds(session.path("file"), content)
                .prints("ls " + session.directory(), "file\n");
        session.uploadBeginning(session.path("other"), Octets.of("")).peer().send(content.payload()).pause()
                .send(CloudFsSession.SENTINEL);
        session.prints("ls " + session.directory(), "file\nother\n");
    }

    @NeedsRoot
    @Judges({CLOUD_5_6, COM_6_3})
    @UsualCause("The server sends a file without looking for the sentinel in it: its client takes a part for the "
            + "whole.")
    void aFileThatHoldsTheSentinelIsNotSent(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        byte[] large = new byte[MIB];
        for (String text : List.of("__END__", "before__END__", "__END__behind", "before __END__ behind")) {
            disk.write(session.path("file"), text.getBytes(StandardCharsets.US_ASCII));
            session.doesNotSend(session.path("file"));
        }
        byte[] sentinel = "__END__".getBytes(StandardCharsets.US_ASCII);
        for (int offset : List.of(1020, 4093, 8190, 65_533, MIB - 7)) {
            System.arraycopy(sentinel, 0, large, offset, sentinel.length);
            disk.write(session.path("file"), large);
            session.doesNotSend(session.path("file"));
            Arrays.fill(large, (byte) 0);
        }
        session.does("cd .");
    }

    @NeedsRoot
    @Judges(CLOUD_5_6)
    @UsualCause("The sentinel is looked for in the file alone; with the end of the file before it, it may stand "
            + "earlier.")
    void aFileWhoseEndMakesASentinelIsNotSent(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        CloudFsDisk disk = new CloudFsDisk(trial);
        for (String text : List.of("text__END", "__END", "text__END_")) {
            disk.write(session.path("file"), text.getBytes(StandardCharsets.US_ASCII));
            session.doesNotSend(session.path("file"));
        }
        Octets harmless = Octets.of("text__EN");
        disk.write(session.path("file"), "text__EN".getBytes(StandardCharsets.US_ASCII));
        session.holds(session.path("file"), harmless);
    }

    @Limitation(Hazard.CLOUD_8_1)
    @Judges(COM_6_3)
    void aContentMayHoldTheSentinel(Trial trial) {
        CloudFsSession session = CloudFsSession.inDirectory(trial);
        Octets content = Octets.of("before __END__ behind");
        session.uploadAtOnce(session.path("file"), content).holds(session.path("file"), content);
    }
}
