package vos.lab.minftp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads and writes as both published programs do: takes the token to be what the first read gives, looks for it at
 * the end of what each later read of 1,024 bytes gives and nowhere else, and sends what belongs together without a
 * pause.
 */
class PublishedPeer implements Closeable {
    static final int READ = 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] token;

    PublishedPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        // Whoever hangs for so long hangs for ever.
        socket.setSoTimeout(5_000);
    }

    /** The client's side of the greeting; returns the welcome. */
    String shakeHands() throws IOException {
        token = oneRead();
        return text(receive());
    }

    /** The server's side of the greeting. */
    void use(Token newToken) {
        token = newToken.bytes();
    }

    String token() {
        return text(token);
    }

    byte[] receive() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            byte[] packet = oneRead();
            message.writeBytes(packet);
            if (endsWithToken(packet)) {
                return Arrays.copyOf(message.toByteArray(), message.size() - token.length);
            }
        }
    }

    private boolean endsWithToken(byte[] packet) {
        return packet.length >= token.length
                && Arrays.equals(packet, packet.length - token.length, packet.length, token, 0, token.length);
    }

    private byte[] oneRead() throws IOException {
        var packet = new byte[READ];
        int count = in.read(packet);
        if (count < 0) {
            throw new EOFException();
        }
        return Arrays.copyOf(packet, count);
    }

    void send(byte[] message) throws IOException {
        out.write(message);
        out.write(token);
    }

    void send(String message) throws IOException {
        out.write((message + token()).getBytes(StandardCharsets.UTF_8));
    }

    /** A command that is answered by a status alone; returns the status. */
    String command(String command) throws IOException {
        send(command);
        return text(receive());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
