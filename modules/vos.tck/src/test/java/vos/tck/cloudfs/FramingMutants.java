package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.frames;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import vos.tck.BrokenFrame;
import vos.tck.Zoo.Mutant;

/** What goes wrong where bytes become messages and contents. */
final class FramingMutants {

    /** Headers and messages. */
    private static final List<Mutant> HEADERS = List.of(
            frames("one read is taken for the whole header",
                "A read of 64 bytes gives at most 64: the network may deliver a header in pieces.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected byte[] header() throws IOException {
                        return some(HEADER);
                    }
                }),
            frames("one read is taken for the whole message",
                "The length says how many bytes to wait for, not how many one read gives.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    byte[] message() throws IOException {
                        if (!wire().hasMore()) {
                            return null;
                        }
                        long length = length(header());
                        checkLength(length);
                        return length == 0 ? new byte[0] : some((int) length);
                    }
                }),
            frames("what was read beyond a message is lost",
                "A read may give the beginning of the next message, which has to be kept for it.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    byte[] message() throws IOException {
                        byte[] message = super.message();
                        if (message == null
                                || !new String(message, StandardCharsets.ISO_8859_1).startsWith("UPLOAD ")) {
                            wire().forget();
                        }
                        return message;
                    }

                    @Override
                    void contentToSentinel(OutputStream target) throws IOException {
                        super.contentToSentinel(target);
                        wire().forget();
                    }
                }),
            frames("the length is counted in characters",
                "The header counts bytes, and a character may have up to four.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    byte[] message() throws IOException {
                        if (!wire().hasMore()) {
                            return null;
                        }
                        long length = length(header());
                        checkLength(length);
                        ByteArrayOutputStream message = new ByteArrayOutputStream();
                        long characters = 0;
                        while (characters < length) {
                            int next = read();
                            message.write(next);
                            characters += continues(next) ? 0 : 1;
                        }
                        return message.toByteArray();
                    }

                    private static boolean continues(int octet) {
                        return octet >= 0x80 && octet < 0xc0;
                    }
                }),
            frames("whatever the language takes for a number is a length",
                "Signs, tabs and numbers below zero are no lengths; a header has digits and spaces.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected long length(byte[] header) throws IOException {
                        try {
                            return Math.max(0, Long.parseLong(new String(header, StandardCharsets.UTF_8).trim()));
                        } catch (NumberFormatException e) {
                            throw new BrokenFrame("a header is no number: " + e.getMessage());
                        }
                    }
                }),
            frames("a header has digits first and no zero",
                "Spaces before the digits are accepted, and leading zeros.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected long length(byte[] header) throws IOException {
                        boolean zero = header[0] == '0' && header[1] != ' ';
                        if (header[0] == ' ' || zero) {
                            throw new BrokenFrame("a header does not begin with a digit");
                        }
                        return super.length(header);
                    }
                }),
            frames("the length is believed before it is looked at",
                "Whoever makes room for what is announced, or waits for it, can be emptied of memory with 64 "
                + "bytes.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected void checkLength(long length) {
                        // It makes room for the bytes, and waits for them.
                    }
                }),
            frames("a message has 1,024 bytes at most",
                "Messages have up to 8,192 bytes.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected void checkLength(long length) throws IOException {
                        if (length > 1024) {
                            throw new BrokenFrame("a message is too long");
                        }
                    }
                }));

    /** Contents, and the end of the stream. */
    private static final List<Mutant> CONTENTS = List.of(
            frames("a sentinel that is cut by a read is missed",
                "The sentinel has to be found in all that has come, and not in what one read gave.",
                socket -> new CloudFsZooFrames(socket) {
                    // Looks for the sentinel in what one read gave, and keeps what is behind it for the next message.
                    @Override
                    void contentToSentinel(OutputStream target) throws IOException {
                        int found = -1;
                        while (found < 0) {
                            byte[] some = some(LARGE);
                            found = new String(some, StandardCharsets.ISO_8859_1).indexOf("__END__");
                            target.write(some, 0, found < 0 ? some.length : found);
                            if (found >= 0) {
                                wire().putBack(Arrays.copyOfRange(some, found + SENTINEL.length, some.length));
                            }
                        }
                    }
                }),
            frames("what stands behind the sentinel is stored in the file",
                "Behind the sentinel the next frame begins, also when one read gave both.",
                socket -> new CloudFsZooFrames(socket) {
                    // As published: stores what one read gives, but for the sentinel in it.
                    @Override
                    void contentToSentinel(OutputStream target) throws IOException {
                        super.contentToSentinel(target);
                        target.write(wire().forget());
                    }
                }),
            frames("the search begins anew behind a part of the sentinel",
                "In ___END__ the sentinel begins at the second byte: when a part of it goes on otherwise, "
                + "its end may be another beginning.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected int fallBack(int matched) {
                        return 0;
                    }
                }),
            frames("the end of the stream is taken for the end of the content",
                "A client that has gone has not said that the content is complete.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    void contentToSentinel(OutputStream target) throws IOException {
                        try {
                            super.contentToSentinel(target);
                        } catch (EOFException e) {
                            target.flush();
                        }
                    }

                    @Override
                    void framedContent(OutputStream target) throws IOException {
                        try {
                            super.framedContent(target);
                        } catch (EOFException e) {
                            target.flush();
                        }
                    }
                }),
            frames("the end of the stream is taken for the end of the message",
                "A message that is shorter than its header says has not been sent.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    protected byte[] exactly(int count) throws IOException {
                        byte[] bytes = new byte[count];
                        int size = 0;
                        while (size < count && wire().hasMore()) {
                            bytes[size++] = (byte) read();
                        }
                        return Arrays.copyOf(bytes, size);
                    }
                }),
            frames("the end of the stream is not noticed",
                "A read that gives no byte says that the client has gone; it is no empty message.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    byte[] message() throws IOException {
                        byte[] message = super.message();
                        if (message == null) {
                            waitForEver();
                        }
                        return message;
                    }

                    /** Where the published server asks again and again, this one is just silent. */
                    private static void waitForEver() throws IOException {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new IOException("interrupted", e);
                        }
                    }
                }),
            frames("the connection is closed with bytes unread",
                "The system then resets it, and what was said last is lost.",
                socket -> new CloudFsZooFrames(socket) {
                    @Override
                    void leave() throws IOException {
                        if (socket().getInputStream().available() > 0) {
                            abort();
                        } else {
                            super.leave();
                        }
                    }
                }));

    static final List<Mutant> ALL = Stream.of(HEADERS, CONTENTS).flatMap(List::stream).toList();

    private static final int LARGE = 8192;

    private FramingMutants() {
    }
}
