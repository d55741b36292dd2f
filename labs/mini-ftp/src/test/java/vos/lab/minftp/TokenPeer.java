package vos.lab.minftp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import vos.protocol.Bytes;
import vos.testing.PublishedPeer;

/**
 * Reads and writes as both published programs do: takes the token to be what the first read gives, looks for it at
 * the end of what each later read gives and nowhere else, and sends what belongs together without a pause.
 */
final class TokenPeer implements Closeable {
    private final PublishedPeer peer;
    private byte[] token;

    TokenPeer(PublishedPeer peer) {
        this.peer = peer;
    }

    /** The client's side of the greeting; returns the welcome. */
    String shakeHands() throws IOException {
        token = peer.read();
        return hear();
    }

    /** Agreed on already, or the server's side of the greeting. */
    TokenPeer with(Token agreed) {
        token = agreed.bytes();
        return this;
    }

    String token() {
        return Bytes.text(token);
    }

    byte[] receive() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            byte[] packet = peer.read();
            message.writeBytes(packet);
            if (endsWithToken(packet)) {
                return Arrays.copyOf(message.toByteArray(), message.size() - token.length);
            }
        }
    }

    /** A message as text. */
    String hear() throws IOException {
        return Bytes.text(receive());
    }

    private boolean endsWithToken(byte[] packet) {
        return packet.length >= token.length
                && Arrays.equals(packet, packet.length - token.length, packet.length, token, 0, token.length);
    }

    void send(byte[] message) throws IOException {
        peer.send(message);
        peer.send(token);
    }

    void send(String message) throws IOException {
        peer.send(message + token());
    }

    /** A command that is answered by a status alone; returns the status. */
    String command(String command) throws IOException {
        send(command);
        return hear();
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
