package vos.tck.filesharing;

import static vos.tck.Requirement.COM_4_2;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_7_3;
import static vos.tck.Requirement.FSA_1_1;
import static vos.tck.Requirement.FSA_1_2;
import static vos.tck.Requirement.FSA_1_3;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.FileSharingSession.everyByte;

import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Alone;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Probe;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** One connection a request: how it begins and ends, and what connections have to do with each other. */
final class FileSharingConnections {

    private static final String ONE_AT_A_TIME = "It serves one client at a time.";
    private static final int MANY = 200;
    private static final int ROUNDS = 3;
    private static final int ABORTED = 50;

    @Gate
    @Judges(FSA_1_1)
    @UsualCause("The server greets whoever connects, and that becomes part of the first download.")
    void theServerWaitsForTheClientToSpeak(Trial trial) {
        Peer peer = trial.connect().expectSilence(200).send("UPLOAD " + trial.name("first", ".txt")).pause();
        new FileSharingSession(trial).end(peer, bytes("hello\n")).expectEnd();
    }

    @Judges(FSA_1_2)
    @UsualCause("The server waits for another request, or for the client to close, before it closes.")
    void theConnectionEndsBehindADownloadThoughTheClientStays(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("stay", ".txt");
        files.upload(name, bytes("stay\n"));
        files.download(name, bytes("stay\n"));
    }

    @Judges(FSA_1_2)
    @UsualCause("The server goes on reading requests from a connection that has had its answer.")
    void whatFollowsARequestIsNotASecondOne(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("one", ".txt");
        String second = trial.name("second", ".txt");
        files.upload(name, bytes("one\n"));
        Peer peer = files.ask("DOWNLOAD " + name).expect("one\n");
        files.end(peer.send("UPLOAD " + second).pause(), bytes("two\n")).expectGone();
        files.isMissing(second);
    }

    @Judges(FSA_1_3)
    @Quirk("The server's process ends.")
    @UsualCause("The first read gives no byte at all, and the server looks for a word in it.")
    void aClientThatLeavesWithoutARequestHasAskedForNothing(Trial trial) {
        trial.connect().halfClose().expectEnd();
        trial.connect().close();
        trial.connect().reset();
        works(trial);
    }

    @Probe
    @Judges(FSA_1_3)
    @Quirk(ONE_AT_A_TIME)
    @UsualCause("The server accepts the next connection when it is done with the one before.")
    void aClientThatSaysNothingHindersNobody(Trial trial) {
        Peer silent = trial.connect();
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("silent", ".txt");
        files.upload(name, bytes("not silent\n"));
        silent.send("DOWNLOAD " + name).expect("not silent\n").expectEnd();
    }

    @Judges(FSA_1_3)
    @Quirk(ONE_AT_A_TIME)
    void anUploadUnderWayHindersNobody(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("slow", ".txt");
        Peer slow = files.begin(name).send("a moment, ");
        works(trial);
        files.end(slow, bytes("please\n")).expectEnd();
        files.download(name, bytes("a moment, please\n"));
    }

    @Judges({FSA_1_3, COM_7_3})
    @Quirk(ONE_AT_A_TIME)
    @UsualCause("One thread writes to all clients, and waits for the one that does not read.")
    void aDownloadThatNobodyReadsHindersNobody(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        byte[] content = everyByte(8 << 20);
        String name = trial.name("large", ".bin");
        files.upload(name, content);
        Peer stalled = files.ask("DOWNLOAD " + name);
        works(trial);
        stalled.expect(Payload.bytes(content)).expectEnd();
    }

    @Alone
    @Judges(COM_7_3)
    @Quirk(ONE_AT_A_TIME)
    @UsualCause("The server has a fixed number of threads, and each waits for a client that says nothing.")
    void manyClientsThatSayNothingHinderNobody(Trial trial) {
        IntStream.range(0, MANY).forEach(i -> trial.connect());
        works(trial);
    }

    @Judges(COM_4_2)
    @Quirk("The server's process ends of a file that it misses, or of a request without a name.")
    void refusedRequestsHinderNoLaterOne(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("refused", ".txt");
        List<String> refused = List.of("DOWNLOAD " + name, "UPLOAD ../" + name, "DOWNLOAD", "DOWNLOAD " + name + " x",
                "UPLOAD", "UPLOAD " + name + " x", "DOWNLOAD .vos-" + name);
        for (int i = 0; i < ROUNDS; i++) {
            refused.forEach(request -> files.ask(request).halfClose().expectGone());
        }
        files.upload(name, bytes("at last\n"));
        files.download(name, bytes("at last\n"));
    }

    @Alone
    @Judges(COM_5_2)
    @Quirk(ONE_AT_A_TIME)
    @UsualCause("Files, threads or connections of transfers that were broken off are never given back.")
    void manyTransfersThatAreBrokenOffAreNoBurden(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        byte[] content = everyByte(1 << 20);
        String name = trial.name("whole", ".bin");
        files.upload(name, content);
        for (int i = 0; i < ROUNDS; i++) {
            List<String> names = IntStream.range(0, ABORTED).mapToObj(n -> trial.name("broken", ".bin")).toList();
            List<Peer> uploads = names.stream().map(broken -> files.ask("UPLOAD " + broken)).toList();
            files.pause(uploads);
            uploads.forEach(upload -> upload.send("half of the con").reset());
            names.forEach(broken -> files.ask("DOWNLOAD " + name).reset());
        }
        files.download(name, content);
        works(trial);
    }

    /** Uploads and downloads something. */
    private static void works(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("works", ".txt");
        files.upload(name, bytes("it works\n"));
        files.download(name, bytes("it works\n"));
    }
}
