package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.files;
import static vos.tck.minftp.MiniFtpZoo.session;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vos.tck.BrokenFrame;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that get connections wrong: how they begin and end, and how many there are. */
final class ConnectionMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("one client is served at a time",
                "While one client is there, accept is not called. Each connection needs a thread of its"
                + " own, or all have to be watched together.",
                root -> new MiniFtpZooServer(root) {
                    private final Executor one = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

                    @Override
                    protected void begin(Socket socket) {
                        one.execute(() -> serve(socket));
                    }
                }),
            session("the server waits until the client speaks",
                "The server makes the first step here: it sends the token as soon as the connection is"
                + " there.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void greet() throws IOException {
                        in.packet();
                        super.greet();
                    }
                }),
            session("all connections have one token",
                "The token is made once, when the program starts. It belongs to one connection: whoever"
                + " knows it can put messages into another's content.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String makeToken() {
                        return "<Ab3X9kQw>";
                    }
                }),
            new Mutant("tokens count up",
                "The next token is known to whoever has seen one. Each must be drawn at random.",
                root -> new MiniFtpZooServer(root) {
                    private final AtomicInteger count = new AtomicInteger();

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory())) {
                            @Override
                            protected String makeToken() {
                                return "<%08d>".formatted(count.incrementAndGet());
                            }
                        };
                    }
                }),
            session("token and welcome are sent together",
                "Two writes in a row, or one, arrive as one segment, and a client takes its first read for"
                + " the token. Pause behind the token.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void greet() throws IOException {
                        String once = new String(token, StandardCharsets.US_ASCII);
                        sendRaw(once + welcome() + once);
                    }
                }),
            session("the welcome shows files first",
                "In the welcome directories stand before files.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected String welcome() throws IOException {
                        return "Current Directory: " + shownHere() + ":\n|"
                                + "\n-- " + String.join("\n-- ", files.listed(false))
                                + "\n-- " + String.join("\n-- ", files.listed(true));
                    }
                }),
            files("the welcome shows links",
                "Links are neither files nor directories here, and are not listed.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean isListed(Path entry) {
                        return true;
                    }
                }),
            session("exit is answered by a status",
                "exit ends the conversation, and nothing is sent any more.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected boolean exit() throws IOException {
                        status(null);
                        return false;
                    }
                }),
            session("the connection stays open behind exit",
                "The loop that reads commands ends, and nobody closes the connection: the client waits for"
                + " ever.",
                (socket, files) -> new Forever(socket, files) {
                    @Override
                    protected boolean exit() {
                        stay();
                        return false;
                    }
                }),
            session("the end of the stream is not noticed",
                "A read that gives no bytes means that the client has gone. Without a look at it the thread"
                + " runs in circles.",
                (socket, files) -> new Forever(socket, files) {
                    @Override
                    protected Optional<byte[]> next() throws IOException {
                        Optional<byte[]> message = super.next();
                        if (message.isEmpty()) {
                            stay();
                        }
                        return message;
                    }
                }),
            session("the connection is broken off while the client still sends",
                "To close a connection on which more comes sends a reset, which destroys what was said"
                + " last. Close the output, read to the end, and then close.",
                (socket, files) -> new MiniFtpZooSession(socket, files) {
                    @Override
                    protected void broken(BrokenFrame e) throws IOException {
                        super.broken(e);
                        // Java would say goodbye in order; other languages do not when there is something left to read.
                        socket.setSoLinger(true, 0);
                        socket.close();
                    }

                    @Override
                    protected void end() throws IOException {
                        if (!socket.isClosed()) {
                            super.end();
                        }
                    }
                }),
            new Mutant("a permit is lost with each upload that is cut",
                "What was taken is given back only when all goes well, and after some accidents nothing is"
                + " left. Give it back in a finally.",
                root -> new MiniFtpZooServer(root) {
                    private final Semaphore permits = new Semaphore(30);

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory())) {
                            @Override
                            protected void receive(String name, Content content) throws IOException {
                                if (!permits.tryAcquire()) {
                                    throw new EOFException("no permit is left");
                                }
                                try {
                                    super.receive(name, content);
                                } catch (Refused refusal) {
                                    permits.release();
                                    throw refusal;
                                }
                                permits.release();
                            }
                        };
                    }
                }),
            new Mutant("a hundred clients are the most",
                "The number of connections has a small limit, behind which clients are turned away.",
                root -> new MiniFtpZooServer(root) {
                    private final Semaphore permits = new Semaphore(100);

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory())) {
                            @Override
                            void run() throws IOException {
                                if (permits.tryAcquire()) {
                                    try {
                                        super.run();
                                    } finally {
                                        permits.release();
                                    }
                                }
                            }
                        };
                    }
                }));

    private ConnectionMutants() {
    }

    /** Says nothing any more, and keeps the connection until the server is closed. */
    private static class Forever extends MiniFtpZooSession {

        Forever(Socket socket, MiniFtpZooFiles files) {
            super(socket, files);
        }

        void stay() {
            while (!socket.isClosed()) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
