package vos.tck.filesharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.tck.Refused;
import vos.tck.ZooServer;

/** A sound server of both forms. Broken ones override one of its methods. */
class FileSharingZooServer extends ZooServer {

    /** What the two words of a request are, and what stands behind them in the same read. */
    record Words(String word, String name, String behind) {
    }

    /** The longest line, in bytes, without its end {@code [COM-7.1]}. */
    static final int LINE = 8192;
    private static final int READ = 4096;
    private static final int BUFFER = 64 * 1024;
    private static final int DRAIN_MILLIS = 2000;
    private static final Pattern WORDS = Pattern.compile("(?sU)\\s*(\\S+)\\s+([^\\s\\p{Cntrl}]+)(.*)");
    private static final Pattern UPLOAD = Pattern.compile("(?s)VOS/1 UPLOAD ([0-9]{1,18}) (.*)");
    private static final Pattern DOWNLOAD = Pattern.compile("(?s)VOS/1 DOWNLOAD (.*)");

    FileSharingZooServer(Path root) throws IOException {
        super(root);
    }

    /** What is served. */
    protected FileSharingZooFiles files() {
        return new FileSharingZooFiles(directory());
    }

    @Override
    public boolean restartable() {
        return true;
    }

    /** Does what becomes of a process that is killed and started again: its connections end, and it cleans up. */
    @Override
    public void restart() throws IOException {
        disconnect();
        files().sweep();
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        greet(socket);
        byte[] read = new byte[readSize()];
        int size = socket.getInputStream().read(read);
        if (size < 0) {
            nothingAsked(socket);
            return;
        }
        byte[] first = Arrays.copyOf(read, size);
        if (isStrict(first)) {
            PushbackInputStream in = new PushbackInputStream(socket.getInputStream(), READ);
            in.unread(first);
            strict(socket, in);
        } else {
            published(socket, first);
        }
    }

    protected void greet(Socket socket) throws IOException {
    }

    protected int readSize() {
        return READ;
    }

    protected void nothingAsked(Socket socket) throws IOException {
        finish(socket);
    }

    /** {@code [FSA-5.1]} */
    protected boolean isStrict(byte[] first) {
        return first[0] == 'V' || first[0] == 'H';
    }

    /** Text from bytes {@code [COM-2.1]}. */
    protected String decode(byte[] bytes) throws IOException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("malformed", "this is not UTF-8");
        }
    }

    /** Ends the output, and reads for a while what the client still says {@code [COM-8.3]}. */
    protected void finish(Socket socket) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(DRAIN_MILLIS);
        socket.getInputStream().skip(Long.MAX_VALUE);
    }

    // ---- the published form ----------------------------------------------------------------------------------------

    protected void published(Socket socket, byte[] read) throws IOException {
        try {
            Words words = words(decode(read));
            switch (words.word()) {
                case "UPLOAD" -> upload(socket, words);
                case "DOWNLOAD" -> download(socket, words);
                default -> unknown(socket);
            }
            finish(socket);
        } catch (Refused refusal) {
            refuse(socket, refusal);
        }
    }

    /** {@code [FSA-2.2]} */
    protected Words words(String read) throws IOException {
        Matcher words = WORDS.matcher(read);
        if (!words.matches()) {
            throw new Refused("malformed", "a request is a word and a name");
        }
        return new Words(words.group(1), words.group(2), words.group(3));
    }

    protected void unknown(Socket socket) throws IOException {
    }

    /** {@code [FSA-4.1]} */
    protected void refuse(Socket socket, Refused refusal) throws IOException {
        breakOff(socket);
    }

    static void breakOff(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    protected void upload(Socket socket, Words words) throws IOException {
        checkBehindUpload(words);
        FileSharingZooFiles files = files();
        Path target = files.free(words.name());
        Path draft = files.draft(target);
        try {
            long size;
            try (OutputStream out = Files.newOutputStream(draft)) {
                size = receive(socket.getInputStream(), out);
            }
            if (size == 0 && !words.behind().isEmpty()) {
                lineEndAlone();
            }
            files.publish(draft, target);
        } finally {
            files.abandon(draft);
        }
    }

    /** {@code [FSA-2.3]} */
    protected void checkBehindUpload(Words words) throws IOException {
        if (!words.behind().matches("(\r?\n)?")) {
            throw new Refused("malformed", "something stands behind the name");
        }
    }

    protected void lineEndAlone() throws IOException {
        throw new Refused("malformed", "the line end may be the content");
    }

    protected long receive(InputStream in, OutputStream out) throws IOException {
        return copy(in, out, Long.MAX_VALUE);
    }

    /** Passes up to {@code limit} bytes on, and gives their number. */
    protected static long copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        while (copied < limit) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    private void download(Socket socket, Words words) throws IOException {
        checkBehindDownload(words);
        Path file = files().file(words.name());
        beforeContent(socket, Files.size(file));
        sendContent(socket, file);
    }

    /** {@code [FSA-2.4]} */
    protected void checkBehindDownload(Words words) throws IOException {
        if (!words.behind().isBlank()) {
            throw new Refused("malformed", "something stands behind the name");
        }
    }

    protected void beforeContent(Socket socket, long size) throws IOException {
    }

    /** A content that is not sent to its end is broken off {@code [FSA-4.3]}. */
    protected void sendContent(Socket socket, Path file) throws IOException {
        lingering(socket, true);
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            if (copy(in, socket.getOutputStream(), size) < size) {
                shorter(socket);
            }
        }
        lingering(socket, false);
    }

    protected void lingering(Socket socket, boolean broken) throws IOException {
        socket.setSoLinger(broken, 0);
    }

    protected void shorter(Socket socket) throws IOException {
        breakOff(socket);
        throw new IOException("the file has become shorter");
    }

    // ---- the strict form -------------------------------------------------------------------------------------------

    protected void strict(Socket socket, InputStream in) throws IOException {
        try {
            answer(socket, in, decode(line(in)));
        } catch (Refused refusal) {
            status(socket, new Refused(word(refusal), refusal.getMessage()).status());
        }
        finish(socket);
    }

    protected void answer(Socket socket, InputStream in, String line) throws IOException {
        Matcher upload = UPLOAD.matcher(line);
        Matcher download = DOWNLOAD.matcher(line);
        if (isHello(line)) {
            status(socket, "vos/1 UPLOAD DOWNLOAD");
        } else if (upload.matches()) {
            strictUpload(in, name(upload.group(2)), Long.parseLong(upload.group(1)));
            status(socket, "OK");
        } else if (download.matches()) {
            strictDownload(socket, in, name(download.group(1)));
        } else {
            throw new Refused("unsupported", "there is no such request");
        }
    }

    protected boolean isHello(String line) {
        return line.matches("HELLO vos/[!-~]+");
    }

    protected String name(String rest) {
        return rest;
    }

    protected String word(Refused refusal) {
        return refusal.word();
    }

    /** The bytes before LF, or CR LF {@code [COM-6.7]}. */
    protected byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                cut(line);
                break;
            }
            line.write(next);
            if (line.size() > longestLine()) {
                throw new Refused("malformed", "the line is too long");
            }
        }
        byte[] bytes = line.toByteArray();
        return bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? cutCr(bytes) : bytes;
    }

    protected int longestLine() {
        return LINE;
    }

    protected byte[] cutCr(byte[] line) {
        return Arrays.copyOf(line, line.length - 1);
    }

    /** A line without an end is none {@code [COM-8.2]}. */
    protected void cut(ByteArrayOutputStream line) throws IOException {
        throw new IOException("the stream ended within a line");
    }

    /** A status and its line end. */
    protected void status(Socket socket, String status) throws IOException {
        socket.getOutputStream().write((status + "\n").getBytes(UTF_8));
    }

    /** The size and the end of the stream both vouch for a content {@code [FSA-5.5]}. */
    protected void strictUpload(InputStream in, String name, long size) throws IOException {
        checkSize(size);
        FileSharingZooFiles files = files();
        Path target;
        try {
            target = files.free(name);
        } catch (Refused refusal) {
            behindContent(in, size);
            throw refusal;
        }
        Path draft = files.draft(target);
        try {
            long came;
            try (OutputStream out = Files.newOutputStream(draft)) {
                came = receiveSized(in, out, size);
            }
            checkCame(in, came, size);
            files.publish(draft, target);
        } finally {
            files.abandon(draft);
        }
    }

    protected void checkSize(long size) throws IOException {
    }

    /** Takes the content of an upload that is refused. */
    protected void behindContent(InputStream in, long size) throws IOException {
        checkCame(in, copy(in, OutputStream.nullOutputStream(), size), size);
    }

    protected long receiveSized(InputStream in, OutputStream out, long size) throws IOException {
        return copy(in, out, size);
    }

    protected void checkCame(InputStream in, long came, long size) throws IOException {
        if (came < size) {
            shortContent();
        }
        checkEnd(in);
    }

    protected void shortContent() throws IOException {
        throw new IOException("the stream ended within a content");
    }

    protected void checkEnd(InputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new Refused("malformed", "there are more bytes than the size says");
        }
    }

    protected void strictDownload(Socket socket, InputStream in, String name) throws IOException {
        Path file = files().file(name);
        status(socket, "OK " + size(file));
        sendContent(socket, file);
    }

    protected long size(Path file) throws IOException {
        return Files.size(file);
    }
}
