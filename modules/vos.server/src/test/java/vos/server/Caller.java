package vos.server;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import vos.protocol.Bytes;

/** A client that says what it is told to, byte by byte, and leaves as it is told to. A character is a byte. */
final class Caller implements Closeable {
    /** How long an answer may take before the test has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;

    Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(Bytes.of(text));
    }

    /** Sends a command line, and returns the first line of the answer. */
    String ask(String command) throws IOException {
        say(command + "\n");
        return hear();
    }

    /** The next line without its end. */
    String hear() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = socket.getInputStream().read(); b != '\n'; b = socket.getInputStream().read()) {
            if (b < 0) {
                throw new AssertionError("the server has left after \"" + Bytes.text(line.toByteArray()) + '"');
            }
            line.write(b);
        }
        return Bytes.text(line.toByteArray());
    }

    /** The next {@code count} bytes, or as many as there are before the end. */
    byte[] hear(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** All that comes until the server closes in an orderly way. */
    String hearToTheEnd() throws IOException {
        return Bytes.text(socket.getInputStream().readAllBytes());
    }

    /** Whether the server has closed the connection; what it sends meanwhile is lost. */
    boolean hasBeenLeft() throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Goes as a crashed host goes. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
