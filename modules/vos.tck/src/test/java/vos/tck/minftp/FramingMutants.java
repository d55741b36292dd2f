package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.input;
import static vos.tck.minftp.MiniFtpZoo.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vos.tck.BrokenFrame;
import vos.tck.Zoo.Mutant;

/** Servers that do not know where a message ends. */
final class FramingMutants {

    static final List<Mutant> ALL = List.of(
            input("the token is looked for at the end of a read",
                "One read gives whatever has come: half a message, or three. The token must be looked for"
                + " in all that has come so far, wherever it stands.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    Optional<byte[]> message(int limit) throws IOException {
                        return packetsToToken(this);
                    }
                }),
            input("one read is taken for one message",
                "TCP carries bytes and no messages: one read may give a part of one, or several.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    Optional<byte[]> message(int limit) throws IOException {
                        return onePacket(this);
                    }
                }),
            input("a token across the end of a buffer is missed",
                "The content is searched in blocks of 1,024 bytes, and a token that begins in one and ends"
                + " in the next is in neither. Keep the last nine bytes of a block.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    void content(OutputStream sink) throws IOException {
                        copyBlocks(this, sink);
                    }
                }),
            input("the search for the token does not start anew",
                "When a byte does not match, the search goes on behind it; but it may itself be the"
                + " beginning of the token.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    protected int find() {
                        return matchesWithoutStartingAnew(unread(), token) ? super.find() : -1;
                    }
                }),
            input("the reader swallows the next message",
                "The reader takes more off the connection than its message, and forgets the rest. What is"
                + " read too much belongs to the next message.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    Optional<byte[]> message(int limit) throws IOException {
                        Optional<byte[]> message = super.message(limit);
                        forget();
                        return message;
                    }
                }),
            input("whatever looks like a token ends a content",
                "Only the token of the connection ends its messages; another one is a part of the content.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    void content(OutputStream sink) throws IOException {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        super.content(content);
                        sink.write(content.toString(StandardCharsets.ISO_8859_1)
                                .replaceFirst("(?s)<[A-Za-z0-9]{8}>.*", "").getBytes(StandardCharsets.ISO_8859_1));
                    }
                }),
            input("the end of the stream is taken for the end of a command",
                "A stream that ends within a message has not sent it. What came may be half of a name.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    protected Optional<byte[]> cut(byte[] message) {
                        return message.length == 0 ? Optional.empty() : Optional.of(message);
                    }
                }),
            input("commands may have any length",
                "A message is collected until its token comes, which may be never: a client can fill the"
                + " memory.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    Optional<byte[]> message(int limit) throws IOException {
                        return super.message(Integer.MAX_VALUE);
                    }
                }),
            input("commands have at most 1,024 bytes",
                "The buffer is taken for a limit. A command may have 8,192 bytes.",
                (socket, token) -> new MiniFtpZooInput(socket, token) {
                    @Override
                    Optional<byte[]> message(int limit) throws IOException {
                        return super.message(1024);
                    }
                }),
            session("reading goes on behind a broken message",
                "When a message is too long nobody knows where the next one begins. What stands there may"
                + " be a content, and must not be obeyed.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected Optional<byte[]> next() throws IOException {
                        try {
                            return super.next();
                        } catch (BrokenFrame e) {
                            broken(e);
                            in.content(OutputStream.nullOutputStream());
                            return next();
                        }
                    }
                }),
            session("bytes that are not UTF-8 are replaced",
                "The decoder puts a question mark for what it does not understand, and two names become"
                + " one. It can be told to report it instead.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String text(byte[] message) {
                        return new String(message, StandardCharsets.UTF_8).replace('\ufffd', '?');
                    }
                }),
            session("a line feed is sent behind the token",
                "The function that prints adds a line end. Nothing stands behind the token: the line feed"
                + " is taken for the beginning of the next message.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void send(String message) throws IOException {
                        super.send(message);
                        sendRaw("\n");
                    }
                }),
            session("a file that holds the token is sent",
                "The client stops reading at the token, and takes the rest for the status. Look into the"
                + " file before any of it is sent.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected boolean holdsToken(Path file) {
                        return false;
                    }
                }),
            session("there are no pauses behind results and contents",
                "A published client takes one read for one message: size and status, or content and token,"
                + " must not arrive together.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void pauseUnlessStrict() {
                        // Here the sound server pauses.
                    }
                }));

    private FramingMutants() {
    }

    private static boolean endsWith(byte[] packet, int size, byte[] token) {
        return size >= token.length && Arrays.equals(packet, size - token.length, size, token, 0, token.length);
    }

    private static Optional<byte[]> packetsToToken(MiniFtpZooInput in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        byte[] packet = in.packet();
        while (packet.length > 0) {
            message.writeBytes(packet);
            if (endsWith(packet, packet.length, in.token)) {
                return Optional.of(Arrays.copyOf(message.toByteArray(), message.size() - in.token.length));
            }
            packet = in.packet();
        }
        return Optional.empty();
    }

    private static Optional<byte[]> onePacket(MiniFtpZooInput in) throws IOException {
        String packet = new String(in.packet(), StandardCharsets.ISO_8859_1);
        String message = packet.split(new String(in.token, StandardCharsets.ISO_8859_1), 2)[0];
        return packet.isEmpty() ? Optional.empty() : Optional.of(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void copyBlocks(MiniFtpZooInput in, OutputStream sink) throws IOException {
        byte[] block = new byte[1024];
        int size = 0;
        while (!endsWith(block, size, in.token)) {
            if (size == block.length) {
                sink.write(block);
                size = 0;
            }
            block[size++] = in.next();
        }
        sink.write(block, 0, size - in.token.length);
    }

    private static boolean matchesWithoutStartingAnew(byte[] unread, byte[] token) {
        int matched = 0;
        for (byte next : unread) {
            matched = next == token[matched] ? matched + 1 : 0;
            if (matched == token.length) {
                return true;
            }
        }
        return false;
    }
}
