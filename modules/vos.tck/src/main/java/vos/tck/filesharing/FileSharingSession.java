package vos.tck.filesharing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vos.tck.Payload;
import vos.tck.Peer;
import vos.tck.Trial;

/** A conversation in the published form: what its bytes mean. Each request has its own connection. For one thread. */
final class FileSharingSession {

    private final Trial trial;

    FileSharingSession(Trial trial) {
        this.trial = trial;
    }

    /** The bytes of a text in UTF-8. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request in one write, on a connection of its own. */
    Peer ask(String request) {
        return trial.connect().send(request);
    }

    /** Asks for an upload, and is silent until the server has read that. */
    Peer begin(String name) {
        return ask("UPLOAD " + name).pause();
    }

    /** Sends the last of a content, and its end. */
    Peer end(Peer upload, byte[] content) {
        return upload.send(Payload.bytes(content)).halfClose();
    }

    /** Uploads a file, which must be stored. */
    void upload(String name, byte[] content) {
        end(begin(name), content).expectEnd();
    }

    /** Uploads a file, which must be refused. */
    void uploadIsRefused(String name, byte[] content) {
        end(begin(name), content).expectReset();
    }

    /** Makes requests at once, and sends a content behind each of them; every one must be refused. */
    void uploadsAreRefused(List<String> requests, byte[] content) {
        List<Peer> uploads = requests.stream().map(this::ask).toList();
        pause(uploads);
        uploads.forEach(upload -> end(upload, content));
        uploads.forEach(Peer::expectReset);
    }

    /** Says nothing until all these requests have been read. */
    void pause(List<Peer> requests) {
        requests.getFirst().pause();
        requests.forEach(request -> request.pause(0));
    }

    /** Downloads a file, which must have this content. */
    void download(String name, byte[] content) {
        ask("DOWNLOAD " + name).expect(Payload.bytes(content)).expectEnd();
    }

    /** There must be no such file. */
    void isMissing(String name) {
        if (trial.run().published()) {
            byte[] came = ask("DOWNLOAD " + name).expectGone();
            trial.require(came.length == 0, "no file " + name, came.length + " bytes");
        } else {
            ask("DOWNLOAD " + name).expectReset();
        }
    }

    /** The file must have this content, or must not be there: what comes must not be a part of it. */
    void isWholeOrMissing(String name, byte[] content) {
        mustNotBePart(name, ask("DOWNLOAD " + name).expectGone(), content);
    }

    /** The file must come to be there as a whole, and no part of it before. */
    void comesToBeWhole(String name, byte[] content) {
        long deadline = System.nanoTime() + trial.run().patience().toNanos();
        while (!isWhole(name, content)) {
            trial.require(System.nanoTime() < deadline, name + " in time", "no file");
        }
    }

    private boolean isWhole(String name, byte[] content) {
        Peer download = ask("DOWNLOAD " + name);
        byte[] came = download.expectGone();
        mustNotBePart(name, came, content);
        download.pause(20);
        return Arrays.equals(came, content);
    }

    private void mustNotBePart(String name, byte[] came, byte[] content) {
        boolean part = came.length > 0 && came.length < content.length
                && Arrays.equals(came, Arrays.copyOf(content, came.length));
        trial.require(!part, "all " + content.length + " bytes of " + name + ", or no file", came.length + " bytes");
    }

    /** Whether an upload whose content has ended was stored, and not refused. */
    boolean wasStored(Peer upload) {
        byte[] came = upload.expectGone();
        trial.require(came.length == 0, "no byte before the end", new String(came, StandardCharsets.ISO_8859_1));
        return upload.endedInOrder();
    }

    /** A content of {@code size} bytes in which all byte values occur. */
    static byte[] everyByte(int size) {
        byte[] content = new byte[size];
        IntStream.range(0, size).forEach(i -> content[i] = (byte) (i + i / 256));
        return content;
    }
}
