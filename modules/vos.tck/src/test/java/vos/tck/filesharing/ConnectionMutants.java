package vos.tck.filesharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.Zoo.Mutant;

/** Servers that get wrong how connections begin and end, and what they have to do with each other. */
final class ConnectionMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("the server speaks first",
                "The server greets whoever connects. In this protocol the client speaks first, and takes whatever "
                + "the server says for the content of its file.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void greet(Socket socket) throws IOException {
                        socket.getOutputStream().write("Welcome\n".getBytes(UTF_8));
                    }
                }),
            new Mutant("one client at a time",
                "The next connection is accepted when the one before is over. So a client that says nothing keeps "
                + "all others waiting. Each connection needs a thread of its own, or none may be waited for.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void begin(Socket socket) {
                        serve(socket);
                    }
                }),
            new Mutant("a fixed number of clients",
                "A fixed number of threads serve the connections. Clients that say nothing take all of them, and "
                + "nobody else is served until they leave.",
                root -> new FileSharingZooServer(root) {
                    private final Semaphore threads = new Semaphore(60);

                    @Override
                    protected void converse(Socket socket) throws IOException {
                        threads.acquireUninterruptibly();
                        try {
                            super.converse(socket);
                        } finally {
                            threads.release();
                        }
                    }
                }),
            new Mutant("what a broken upload took is never given back",
                "What an upload takes (a file, a thread, a place in a list) is given back when it is complete, "
                + "and only then. After some that were broken off there is none left.",
                root -> new FileSharingZooServer(root) {
                    private final AtomicInteger taken = new AtomicInteger();

                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        if (taken.incrementAndGet() > 100) {
                            throw new IOException("too many open files");
                        }
                        long size = super.receive(in, out);
                        taken.decrementAndGet();
                        return size;
                    }

                    @Override
                    public void restart() throws IOException {
                        taken.set(0);
                        super.restart();
                    }
                }),
            new Mutant("a connection without a request is refused",
                "The first read gives no byte, and that is treated as a malformed request. A client that leaves "
                + "has asked for nothing, and nothing has failed.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void nothingAsked(Socket socket) throws IOException {
                        breakOff(socket);
                    }
                }),
            new Mutant("the connection stays open for another request",
                "Behind its answer the server waits for another request, and so does not end the connection. The "
                + "client waits for that end, as it is the end of its file.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void finish(Socket socket) throws IOException {
                        socket.getInputStream().read();
                        super.finish(socket);
                    }
                }),
            new Mutant("several requests a connection",
                "What stands behind a request is taken for another one, and answered too. A connection carries "
                + "one request: the end of the stream is the end of its answer.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void strictDownload(Socket socket, InputStream in, String name) throws IOException {
                        super.strictDownload(socket, in, name);
                        answer(socket, in, decode(line(in)));
                    }
                }),
            new Mutant("a request is heard behind a download",
                "When a download is over, the server reads another request from the same connection, though it "
                + "has ended its output.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void finish(Socket socket) throws IOException {
                        socket.shutdownOutput();
                        byte[] next = new byte[4096];
                        int size = socket.getInputStream().read(next);
                        if (size > 0 && !isStrict(next)) {
                            published(socket, Arrays.copyOf(next, size));
                        }
                    }
                }),
            new Mutant("the connection is closed with bytes unread",
                "The server closes while bytes of the client's are on their way. The system answers them with a "
                + "reset, which destroys what the server has said last.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void finish(Socket socket) throws IOException {
                        // What the system does; the runtime would end the output first.
                        if (socket.getInputStream().available() > 0) {
                            breakOff(socket);
                        }
                    }
                }),
            new Mutant("a download waits for the client to end its output",
                "The server reads until the end of the stream before it answers. That ends a content, but a "
                + "download is asked for by its line alone.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected void strictDownload(Socket socket, InputStream in, String name) throws IOException {
                        in.transferTo(OutputStream.nullOutputStream());
                        super.strictDownload(socket, in, name);
                    }
                }));

    private ConnectionMutants() {
    }
}
