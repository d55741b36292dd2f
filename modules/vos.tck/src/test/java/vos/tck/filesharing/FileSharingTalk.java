package vos.tck.filesharing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vos.tck.ZooClient.Session;
import vos.tck.ZooTalk;

/** What a sound client of file-sharing says and keeps, in both forms; each part can be done otherwise. */
class FileSharingTalk extends ZooTalk {

    private static final int LONGEST = 4096;
    private static final int PAUSE = 150;
    private static final byte[] LINE_END = {'\n'};

    private boolean strict;

    FileSharingTalk(Session session) {
        super(session);
    }

    @Override
    protected final int run() throws IOException {
        strict = hello();
        for (String line = session().line(); line != null && !line.equals("exit"); line = session().line()) {
            String name = line.substring(line.indexOf(' ') + 1).replace("\"", "");
            check(name);
            if (line.startsWith("upload ")) {
                upload(name);
            } else {
                download(name);
            }
        }
        return 0;
    }

    /** Whether the server speaks the strict form. */
    boolean hello() throws IOException {
        connect();
        wire().send("HELLO vos/1\n");
        String answer = line();
        if (!answer.isEmpty() && !isWelcome(answer)) {
            throw new IOException("this is not a file-sharing server: " + answer);
        }
        return !answer.isEmpty();
    }

    boolean isWelcome(String answer) {
        return answer.equals("vos/1") || answer.startsWith("vos/1 ");
    }

    /** Whether a published server has to be asked again before an upload. */
    boolean helloAgain() throws IOException {
        return hello();
    }

    /** A line without its end; what came before the end of the stream, if there was no line end. */
    String line() throws IOException {
        return new String(wire().untilOrEnd(LINE_END), StandardCharsets.UTF_8);
    }

    void check(String name) throws IOException {
        boolean misunderstood = name.isEmpty() || name.codePoints().anyMatch(character ->
                Character.isWhitespace(character) || Character.isSpaceChar(character)
                        || Character.isISOControl(character));
        if (misunderstood && !strict || name.length() > LONGEST - "DOWNLOAD ".length()) {
            throw new IOException("this name cannot be sent: " + name);
        }
    }

    private void upload(String name) throws IOException {
        Path file = session().file(name);
        long size = Files.size(file);
        try (InputStream content = Files.newInputStream(file)) {
            strict = strict || helloAgain();
            connect();
            prepare();
            if (strict) {
                wire().send(uploadRequest(size, name));
            } else {
                wire().send("UPLOAD " + name + requestEnd());
                pause();
            }
            send(content, size);
            finish();
        }
    }

    String uploadRequest(long size, String name) {
        return "VOS/1 UPLOAD " + size + " " + name + "\n";
    }

    String requestEnd() {
        return "";
    }

    /** Whatever ends this process breaks the connection off, until the content has been sent. */
    void prepare() throws IOException {
        socket().setSoLinger(true, 0);
    }

    void pause() throws IOException {
        socket().setSoTimeout(PAUSE);
        try {
            int came = socket().getInputStream().read();
            throw new IOException("the server did not wait for the content: " + came);
        } catch (SocketTimeoutException e) {
            socket().setSoTimeout(0);
        }
    }

    void send(InputStream content, long size) throws IOException {
        if (content.transferTo(socket().getOutputStream()) < size) {
            throw new EOFException("the file has become shorter");
        }
    }

    private void finish() throws IOException {
        socket().setSoLinger(false, 0);
        halfClose();
        if (strict) {
            status(wire().until(LINE_END));
        } else {
            expectEnd();
        }
    }

    void halfClose() throws IOException {
        socket().shutdownOutput();
    }

    void status(byte[] status) throws IOException {
        if (!new String(status, StandardCharsets.UTF_8).equals("OK")) {
            throw new IOException("it was not stored");
        }
    }

    void expectEnd() throws IOException {
        if (wire().some().length > 0) {
            throw new IOException("the server says something where it should have closed");
        }
    }

    private void download(String name) throws IOException {
        connect();
        begin(session().file(localName(name)));
        wire().send(strict ? "VOS/1 DOWNLOAD " + name + "\n" : "DOWNLOAD " + name + requestEnd());
        byte[] content = strict ? sized(line()) : toEnd();
        Files.write(session().file(localName(name)), content);
    }

    byte[] sized(String status) throws IOException {
        if (!status.matches("OK [0-9]{1,18}")) {
            throw new IOException("no content: " + status);
        }
        byte[] content = wire().take(Integer.parseInt(status.substring("OK ".length())));
        expectEnd();
        return content;
    }

    private byte[] toEnd() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        collect(content);
        if (content.size() == 0) {
            throw new IOException("the file is empty or missing");
        }
        return content.toByteArray();
    }

    void collect(ByteArrayOutputStream content) throws IOException {
        for (byte[] some = wire().some(); some.length > 0; some = wire().some()) {
            content.writeBytes(some);
        }
    }
}
