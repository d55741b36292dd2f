package vos.tck.filesharing;

import static vos.tck.Requirement.COM_5_1;
import static vos.tck.Requirement.COM_5_2;
import static vos.tck.Requirement.COM_5_3;
import static vos.tck.Requirement.FSA_3_1;
import static vos.tck.Requirement.FSA_3_2;
import static vos.tck.Requirement.FSA_4_2;
import static vos.tck.filesharing.FileSharingSession.bytes;
import static vos.tck.filesharing.FileSharingSession.everyByte;

import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Alone;
import vos.tck.Judges;
import vos.tck.NeedsRestart;
import vos.tck.NeedsRoot;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What becomes of an upload in the published form: all of it, or nothing, and never in the place of another file. */
final class FileSharingUploads {

    private static final String VISIBLE = "An upload is visible while it is under way, and stays when it is cut.";
    private static final String REPLACES = "An upload replaces a file of its name.";
    private static final int TOGETHER = 6;
    private static final int TRIES = 5;

    @Judges({FSA_3_1, COM_5_2})
    @Quirk(VISIBLE)
    @UsualCause("The server writes what comes to the file's own name from the beginning.")
    void anUploadUnderWayCannotBeDownloaded(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("early", ".txt");
        Peer upload = files.begin(name).send("half, ").pause();
        files.isMissing(name);
        files.end(upload, bytes("whole\n")).expectEnd();
        files.download(name, bytes("half, whole\n"));
    }

    @NeedsRoot
    @Judges(COM_5_1)
    @Quirk(VISIBLE)
    @UsualCause("The server writes what comes to the file's own name from the beginning.")
    void anUploadUnderWayIsNotYetOnDiskUnderItsName(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("early", "");
        Planted.directory(trial, directory);
        Peer upload = files.begin(directory + "/a.txt").send("half, ").pause();
        trial.require(!trial.filesIn(directory).contains("a.txt"), "no file a.txt yet", "a.txt");
        files.end(upload, bytes("whole\n")).expectEnd();
        trial.awaitFilesIn(directory, List.of("a.txt"));
    }

    @Judges({FSA_3_1, COM_5_2})
    @Quirk(VISIBLE)
    @UsualCause("The server takes a reset for the end of the content, and keeps what has come.")
    void anUploadThatIsResetIsNotStored(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("reset", ".bin");
        for (int size : List.of(0, 1, 100_000)) {
            Peer upload = files.begin(name);
            upload.send(Payload.bytes(everyByte(size))).pause().reset();
        }
        files.upload(name, bytes("whole\n"));
        files.download(name, bytes("whole\n"));
    }

    @Alone
    @NeedsRoot
    @NeedsRestart
    @Judges(COM_5_2)
    @Quirk(VISIBLE)
    @UsualCause("The file in which an upload is kept until it is complete is left behind when it never is.")
    void nothingIsLeftOfABrokenUploadOnceTheServerWasStartedAgain(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("left", "");
        Planted.directory(trial, directory);
        files.begin(directory + "/reset.txt").send("half of the con").pause().reset();
        files.begin(directory + "/cut.txt").send("half of the con").pause();
        trial.restartServer();
        trial.awaitFilesIn(directory, List.of());
    }

    @Alone
    @NeedsRestart
    @Judges(COM_5_3)
    @UsualCause("The server keeps files in memory, or writes them when it ends.")
    void whatWasStoredIsThereWhenTheServerWasStartedAgain(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("kept", ".bin");
        files.upload(name, everyByte(100_000));
        trial.restartServer();
        files.download(name, everyByte(100_000));
    }

    @Judges(COM_5_1)
    @UsualCause("A file becomes visible before the last of its bytes has been written.")
    void anUploadWhoseSenderDoesNotWaitIsNotThereBeforeItIsWhole(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        byte[] content = everyByte(300_000);
        for (int i = 0; i < TRIES; i++) {
            String name = trial.name("gone", ".bin");
            files.end(files.begin(name), content).close();
            files.comesToBeWhole(name, content);
        }
    }

    @Judges(FSA_3_2)
    @Quirk(REPLACES)
    @UsualCause("The server opens the file for writing, which empties one that is there.")
    void aNameThatExistsIsRefusedAndItsFileStays(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("taken", ".txt");
        files.upload(name, bytes("the first one\n"));
        files.uploadIsRefused(name, bytes("another\n"));
        files.download(name, bytes("the first one\n"));
    }

    @NeedsRoot
    @Judges(FSA_3_2)
    @Quirk("The server's process ends.")
    void theNameOfADirectoryIsTaken(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String directory = trial.name("taken", "");
        Planted.directory(trial, directory);
        files.uploadIsRefused(directory, bytes("no directory\n"));
        files.upload(directory + "/a.txt", bytes("still a directory\n"));
    }

    @Judges({FSA_3_2, FSA_4_2})
    @Quirk(REPLACES)
    @UsualCause("The server looks at the beginning of an upload, and not at its end, whether the name is free.")
    void aNameThatWasTakenMeanwhileIsRefused(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("meanwhile", ".txt");
        Peer slow = files.begin(name).send("the slow ");
        files.upload(name, bytes("the fast one\n"));
        files.end(slow, bytes("one\n")).expectReset();
        files.download(name, bytes("the fast one\n"));
    }

    @Judges({FSA_3_2, FSA_4_2})
    @Quirk(REPLACES)
    @UsualCause("Whether the name is free, and taking it, are two steps, between which another upload gets through.")
    void ofSeveralUploadsToOneNameOneIsStored(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("contested", ".bin");
        List<Peer> uploads = IntStream.range(0, TOGETHER).mapToObj(i -> files.ask("UPLOAD " + name)).toList();
        files.pause(uploads);
        IntStream.range(0, TOGETHER).forEach(i -> uploads.get(i).send(Payload.bytes(everyByte(50_000 + i))));
        uploads.forEach(Peer::halfClose);
        List<Integer> stored = IntStream.range(0, TOGETHER).filter(i -> files.wasStored(uploads.get(i))).boxed()
                .toList();
        trial.require(stored.size() == 1, "one upload that was stored", stored.size() + " of " + TOGETHER);
        files.download(name, everyByte(50_000 + stored.getFirst()));
    }

    @Judges(FSA_4_2)
    @Quirk(REPLACES)
    @UsualCause("The server notices that the name is taken when it has written a part of the content to it.")
    void ofAnUploadThatIsRefusedNothingIsTaken(Trial trial) {
        FileSharingSession files = new FileSharingSession(trial);
        String name = trial.name("taken", ".bin");
        files.upload(name, bytes("the first one\n"));
        files.uploadIsRefused(name, everyByte(1 << 20));
        Peer broken = files.begin(name).send("another").pause();
        broken.reset();
        files.download(name, bytes("the first one\n"));
    }
}
