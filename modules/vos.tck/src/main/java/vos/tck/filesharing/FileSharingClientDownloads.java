package vos.tck.filesharing;

import static vos.tck.Requirement.COM_5_4;
import static vos.tck.Requirement.COM_5_5;
import static vos.tck.Requirement.COM_6_5;
import static vos.tck.Requirement.FSA_3_3;
import static vos.tck.Requirement.FSA_6_5;
import static vos.tck.Requirement.FSA_6_6;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import vos.tck.Contents;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client keeps of what a server in the published form sends. */
final class FileSharingClientDownloads {

    private static final byte[] OLD = "the old content\n".getBytes(StandardCharsets.US_ASCII);

    @Judges({FSA_3_3, FSA_6_6, COM_5_5})
    void filesOfAllSizesAreKept(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial);
        Map<String, byte[]> contents = Contents.ofManySizes(trial);
        contents.remove("f0");
        contents.put("large", Contents.large(trial));
        contents.keySet().forEach(user::download);
        FileSharingHost host = FileSharingHost.published(trial);
        contents.forEach((name, content) -> host.expectDownload(name).send(Payload.bytes(content)).close());
        user.client().awaitExit();
        contents.forEach(user.client()::mustHave);
    }

    @Judges({FSA_6_6, COM_6_5})
    @UsualCause("The client takes a short read, or white space, for the end of the file.")
    void aContentIsKeptHoweverItIsCut(Trial trial) {
        byte[] content = "a \r\n\0 OK 5\n DOWNLOAD b \u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
        FileSharingUser user = FileSharingUser.of(trial).download("a.bin").download("b.bin");
        FileSharingHost host = FileSharingHost.published(trial);
        host.expectDownload("a.bin").drip(Payload.bytes(content)).close();
        host.expectDownload("b.bin").sendCut(Payload.bytes(content),
                IntStream.of(1, content.length - 1).boxed().toList()).close();
        user.client().awaitExit();
        user.client().mustHave("a.bin", content);
        user.client().mustHave("b.bin", content);
    }

    @Judges({FSA_6_5, COM_5_4})
    @UsualCause("The client makes the local file before the first byte has come.")
    void aDownloadWithoutAByteMakesNoFile(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).download("a.bin");
        FileSharingHost.published(trial).expectDownload("a.bin").close();
        user.client().awaitExit();
        user.client().mustHoldOnly();
    }

    @Judges({FSA_6_5, COM_5_4})
    @UsualCause("The client empties the local file before the first byte has come.")
    void aDownloadWithoutAByteLeavesTheOldFile(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", OLD).download("a.bin");
        FileSharingHost.published(trial).expectDownload("a.bin").close();
        user.client().awaitExit();
        user.client().mustHave("a.bin", OLD);
        user.client().mustHoldOnly("a.bin");
    }

    @Judges({FSA_6_6, COM_5_4})
    @UsualCause("The client takes every way in which a connection is over for its end.")
    void aDownloadThatIsResetIsNotKept(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).download("a.bin");
        FileSharingHost.published(trial).expectDownload("a.bin").send(Payload.bytes(trial.randomBytes(5000)))
                .pause().reset();
        user.client().awaitExit();
        user.client().mustHoldOnly();
    }

    @Judges({FSA_6_6, COM_5_4})
    void aDownloadThatIsResetLeavesTheOldFile(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", OLD).download("a.bin");
        FileSharingHost.published(trial).expectDownload("a.bin").send(Payload.bytes(trial.randomBytes(5000)))
                .pause().reset();
        user.client().awaitExit();
        user.client().mustHave("a.bin", OLD);
        user.client().mustHoldOnly("a.bin");
    }

    @Judges(COM_5_4)
    @UsualCause("The client writes to the local name what comes, as it comes. Whoever reads it finds a part.")
    void theOldFileStaysUntilTheNewOneIsComplete(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).has("a.bin", OLD).download("a.bin");
        byte[] whole = trial.randomBytes(100_001);
        Peer peer = FileSharingHost.published(trial).expectDownload("a.bin")
                .send(Payload.bytes(Arrays.copyOf(whole, 100_000))).pause();
        user.client().mustHave("a.bin", OLD);
        peer.send(Payload.octets(whole[100_000])).close();
        user.client().awaitExit();
        user.client().mustHave("a.bin", whole);
    }

    @Judges(COM_5_4)
    @UsualCause("The client takes the whole path for the local name, and finds no such directory.")
    void theLastPartOfThePathIsTheLocalName(Trial trial) {
        FileSharingUser user = FileSharingUser.of(trial).download("docs/a.bin");
        FileSharingHost.published(trial).expectDownload("docs/a.bin").send(Payload.bytes(OLD)).close();
        user.client().awaitExit();
        user.client().mustHave("a.bin", OLD);
        user.client().mustHoldOnly("a.bin");
    }
}
