package vos.torture;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import vos.protocol.TlsContexts;

/**
 * Takes connections without TLS, and hands on what they say to a server with TLS, by the JDK's own hand: an end is
 * handed on as an end, and a reset as a reset.
 */
final class TlsTunnel implements Closeable {
    private static final int BACKLOG = 1024;
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    private final int target;

    TlsTunnel(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket plain = listener.accept();
                Thread.ofVirtual().start(() -> join(plain));
            } catch (IOException e) {
                // The test is over.
                assert listener.isClosed() : e;
            }
        }
    }

    private void join(Socket plain) {
        try (plain; var tcp = new Uncut(target)) {
            tcp.setTcpNoDelay(true);
            plain.setTcpNoDelay(true);
            var tls = (SSLSocket) TlsContexts.client().getSocketFactory().createSocket(tcp, "localhost", target, false);
            // Or a client that only ends would be handed on as one that has never come.
            tls.startHandshake();
            var link = new Link(plain, tcp, tls, new ReentrantLock(), new ReentrantLock());
            Thread up = Thread.ofVirtual().start(link::up);
            link.down();
            up.join();
            tls.close();
        } catch (IOException e) {
            reset(plain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The two connections of a client. What fails on one fails on the other: who is cut off there must not come to an
     * end here. But the system tells of a reset once: if that is to who writes, who reads finds an end. So an end is
     * believed only when no write to where it comes from is under way, and none has failed.
     */
    private record Link(Socket plain, Socket tcp, SSLSocket tls, ReentrantLock saying, ReentrantLock answering) {

        void up() {
            try {
                InputStream in = plain.getInputStream();
                var bytes = new byte[BUFFER];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    int count = read;
                    orNeither(saying, () -> tls.getOutputStream().write(bytes, 0, count));
                }
                orNeither(answering, () -> requireOpen(plain));
                // Which keeps a failure to itself; then what is read is no end, but cut.
                orNeither(saying, tls::shutdownOutput);
                orNeither(saying, tcp::shutdownOutput);
            } catch (IOException e) {
                breakOff();
            }
        }

        void down() {
            try {
                InputStream in = tls.getInputStream();
                var bytes = new byte[BUFFER];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    int count = read;
                    orNeither(answering, () -> plain.getOutputStream().write(bytes, 0, count));
                }
                orNeither(saying, () -> requireOpen(tcp));
                orNeither(answering, plain::shutdownOutput);
            } catch (IOException e) {
                breakOff();
            }
        }

        private void orNeither(ReentrantLock turn, Writing writing) throws IOException {
            turn.lock();
            try {
                writing.run();
            } catch (IOException e) {
                breakOff();
                throw e;
            } finally {
                turn.unlock();
            }
        }

        private static void requireOpen(Socket socket) throws IOException {
            if (socket.isClosed()) {
                throw new IOException("broken off");
            }
        }

        private void breakOff() {
            reset(plain);
            reset(tcp);
        }

        private interface Writing {
            void run() throws IOException;
        }
    }

    /**
     * A connection whose end nobody reads but as a failure. An end of TLS comes before it; the JDK takes that of TCP
     * for one too.
     */
    private static final class Uncut extends Socket {

        Uncut(int port) throws IOException {
            super("127.0.0.1", port);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    int read = super.read(target, from, length);
                    if (read < 0) {
                        // No EOFException, which would be taken for an end again.
                        throw new SocketException("TCP has ended, TLS had not");
                    }
                    return read;
                }
            };
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            assert socket.isClosed() : e;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
