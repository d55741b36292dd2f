package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
        try {
            var tcp = new Socket("127.0.0.1", target);
            tcp.setTcpNoDelay(true);
            plain.setTcpNoDelay(true);
            var tls = (SSLSocket) TlsContexts.client().getSocketFactory().createSocket(tcp, "localhost", target, false);
            // Or a client that only ends would be handed on as one that has never come.
            tls.startHandshake();
            var link = new Link(plain, tcp, tls, new ReentrantLock());
            Thread up = Thread.ofVirtual().start(link::up);
            link.down();
            up.join();
            tls.close();
            tcp.close();
            plain.close();
        } catch (IOException e) {
            reset(plain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The two connections of a client. What fails on one fails on the other: who is cut off there must not come to an
     * end here. A socket of the JDK's whose write fails is at its end for those who read; so an end is believed only
     * when no write is under way, and none has failed.
     */
    private record Link(Socket plain, Socket tcp, SSLSocket tls, ReentrantLock writing) {

        void up() {
            try {
                InputStream in = plain.getInputStream();
                var bytes = new byte[BUFFER];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    say(bytes, read);
                }
                say(bytes, -1);
            } catch (IOException e) {
                breakOff();
            }
        }

        private void say(byte[] bytes, int count) throws IOException {
            writing.lock();
            try {
                if (count < 0) {
                    tls.shutdownOutput();
                    // Which keeps a failure to itself; this one does not.
                    tcp.shutdownOutput();
                } else {
                    tls.getOutputStream().write(bytes, 0, count);
                }
            } catch (IOException e) {
                breakOff();
                throw e;
            } finally {
                writing.unlock();
            }
        }

        void down() {
            try {
                InputStream in = tls.getInputStream();
                OutputStream out = plain.getOutputStream();
                var bytes = new byte[BUFFER];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    out.write(bytes, 0, read);
                }
                writing.lock();
                try {
                    plain.shutdownOutput();
                } finally {
                    writing.unlock();
                }
            } catch (IOException e) {
                breakOff();
            }
        }

        private void breakOff() {
            reset(plain);
            reset(tcp);
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
