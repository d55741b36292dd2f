package vos.tck.cloudfs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vos.tck.BrokenFrame;
import vos.tck.Refused;

/** One conversation: takes requests apart and answers them, as published until a hello, and strictly from then on. */
class CloudFsZooSession {

    private static final String SENTINEL = "__END__";
    private static final int PAUSE = 120;
    private static final int PIECE = 64 * 1024;

    private final CloudFsZooFrames frames;
    private final CloudFsZooFiles files;
    private final CloudFsZooShell shell;
    private final CloudFsZooAnswers answers;
    private boolean strict;

    /** What a conversation is made of. */
    record Parts(CloudFsZooFrames frames, CloudFsZooFiles files, CloudFsZooShell shell, CloudFsZooAnswers answers) {
    }

    CloudFsZooSession(Parts parts) {
        this.frames = parts.frames();
        this.files = parts.files();
        this.shell = parts.shell();
        this.answers = parts.answers();
    }

    protected final CloudFsZooFrames frames() {
        return frames;
    }

    protected final CloudFsZooAnswers answers() {
        return answers;
    }

    protected final boolean strict() {
        return strict;
    }

    void converse() throws IOException {
        greet();
        boolean more = true;
        while (more) {
            try {
                byte[] message = frames.message();
                more = message != null && answer(message);
            } catch (BrokenFrame e) {
                more = broken(e);
            }
        }
        frames.leave();
    }

    /** Says nothing. */
    protected void greet() throws IOException {
    }

    /** Answers a broken header; whether the conversation goes on. */
    protected boolean broken(BrokenFrame e) throws IOException {
        fail(new Refused("malformed", e.getMessage()));
        return false;
    }

    /** Answers a message; whether the conversation goes on. */
    protected boolean answer(byte[] message) throws IOException {
        try {
            return answer(text(message));
        } catch (CharacterCodingException e) {
            if (new String(message, StandardCharsets.ISO_8859_1).startsWith("UPLOAD ")) {
                receive(OutputStream.nullOutputStream());
            }
            fail(new Refused("malformed", "this is not UTF-8"));
            return true;
        }
    }

    protected String text(byte[] message) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
    }

    protected boolean answer(String request) throws IOException {
        if (isHello(request)) {
            strict = true;
            frames.sendFrame("vos/1 UPLOAD DOWNLOAD RUN !DISCONNECT");
        } else if (request.equals("!DISCONNECT")) {
            farewell();
            return false;
        } else if (request.startsWith("UPLOAD ")) {
            upload(name(request));
        } else if (request.startsWith("DOWNLOAD ")) {
            download(name(request));
        } else if (!strict) {
            run(request);
        } else if (request.startsWith("RUN ")) {
            runStrictly(name(request));
        } else {
            unsupported(request);
        }
        return true;
    }

    protected boolean isHello(String request) {
        return request.startsWith("HELLO vos/");
    }

    /** What follows the first space. */
    protected String name(String request) {
        return request.substring(request.indexOf(' ') + 1);
    }

    protected void farewell() throws IOException {
        if (strict) {
            frames.sendFrame("OK");
        }
    }

    protected void unsupported(String request) throws IOException {
        fail(new Refused("unsupported", "there is no such request"));
    }

    /** Says what failed, where nothing else tells. */
    protected void fail(Refused refused) throws IOException {
        if (strict) {
            frames.sendFrame(status(refused));
        } else {
            frames.send("[!] " + answers.failure(refused) + "\n");
        }
    }

    protected String status(Refused refused) {
        return refused.status();
    }

    // ---- uploads ---------------------------------------------------------------------------------------------------

    protected void upload(String path) throws IOException {
        try {
            CloudFsZooFiles.Upload upload = files.upload(path);
            store(upload);
            uploaded();
        } catch (Refused e) {
            discard(e);
        }
    }

    private void store(CloudFsZooFiles.Upload upload) throws IOException {
        boolean complete = false;
        try {
            OutputStream target = new BufferedOutputStream(upload.stream());
            receive(target);
            target.flush();
            complete = true;
        } finally {
            if (complete) {
                commit(upload);
            } else {
                upload.drop();
            }
        }
    }

    protected void commit(CloudFsZooFiles.Upload upload) throws IOException {
        upload.complete();
    }

    protected void receive(OutputStream target) throws IOException {
        if (strict) {
            frames.framedContent(target);
        } else {
            frames.contentToSentinel(target);
        }
    }

    protected void uploaded() throws IOException {
        if (strict) {
            frames.sendFrame("OK");
        }
    }

    /** A content follows, also when the upload is refused. */
    protected void discard(Refused refused) throws IOException {
        receive(OutputStream.nullOutputStream());
        if (strict) {
            fail(refused);
        } else {
            answers.refuse(refused);
        }
    }

    // ---- downloads -------------------------------------------------------------------------------------------------

    protected void download(String path) throws IOException {
        try (FileChannel file = files.open(path)) {
            if (strict) {
                sendStrictly(file);
            } else {
                send(file);
            }
        } catch (Refused e) {
            if (strict) {
                fail(e);
            } else {
                frames.send(notSent(e) + SENTINEL);
            }
        }
    }

    protected String notSent(Refused refused) {
        boolean absent = refused.word().equals("not-found") || refused.word().equals("is-a-directory");
        return absent ? "File not found." : "File not sent: " + refused.getMessage() + ".";
    }

    private void send(FileChannel file) throws IOException {
        if (holdsSentinel(file)) {
            throw new Refused("unsupported", "it holds the bytes that end a file");
        }
        file.position(0);
        copy(Channels.newInputStream(file), file.size());
        pause();
        frames.send(SENTINEL);
    }

    /** A pause, as the published client takes what one read gives. */
    protected void pause() throws IOException {
        frames.pause(PAUSE);
    }

    /** Whether the sentinel would be found before the end of the file, with one behind it. */
    protected boolean holdsSentinel(FileChannel file) throws IOException {
        InputStream in = Channels.newInputStream(file);
        int matched = 0;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            for (byte octet : piece) {
                matched = CloudFsZooFrames.matched(matched, octet);
                if (matched == SENTINEL.length()) {
                    return true;
                }
            }
        }
        return endMakesSentinel(matched);
    }

    /** Whether a sentinel begins in the file and ends in the one behind it. */
    protected boolean endMakesSentinel(int begun) {
        int matched = begun;
        for (int i = 0; i < SENTINEL.length() - 1; i++) {
            matched = CloudFsZooFrames.matched(matched, SENTINEL.charAt(i));
            if (matched == SENTINEL.length()) {
                return true;
            }
        }
        return false;
    }

    protected void sendStrictly(FileChannel file) throws IOException {
        long size = file.size();
        frames.sendFrame("OK");
        frames.sendHeader(size);
        if (copy(Channels.newInputStream(file), size) < size) {
            cutShort();
        }
    }

    /** A file that was shorter than was told. */
    protected void cutShort() throws IOException {
        frames.abort();
        throw new IOException("a file became shorter while it was sent");
    }

    private long copy(InputStream in, long size) throws IOException {
        long sent = 0;
        byte[] piece = in.readNBytes((int) Math.min(PIECE, size));
        while (piece.length > 0) {
            frames.send(piece);
            sent += piece.length;
            piece = in.readNBytes((int) Math.min(PIECE, size - sent));
        }
        return sent;
    }

    // ---- command lines ---------------------------------------------------------------------------------------------

    protected void run(String line) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        shell.run(line, output);
        frames.send(answers.answer(output.toByteArray()));
    }

    protected void runStrictly(String line) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = shell.run(line, output);
        frames.sendFrame("OK");
        sendOutput(output.toByteArray());
        frames.sendFrame("");
        frames.sendFrame("EXIT " + status);
    }

    /** An output in frames, none of which is empty. */
    protected void sendOutput(byte[] output) throws IOException {
        for (int sent = 0; sent < output.length; sent += PIECE) {
            int count = Math.min(PIECE, output.length - sent);
            frames.sendHeader(count);
            frames.output().write(output, sent, count);
        }
    }
}
