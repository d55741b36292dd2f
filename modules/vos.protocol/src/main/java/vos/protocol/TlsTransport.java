package vos.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * A TCP connection as a {@link Transport} that speaks TLS 1.3, and nothing older.
 *
 * <p>The first read or write makes the handshake, on the connection's own thread. What is written at once leaves in as
 * few records as can be, and a read gives what one record holds at most: a short message is one read for a peer that
 * takes it so {@code [COM-6.1]}. The end of the stream is the peer's {@code close_notify}, which nobody else can say;
 * where TCP ends without it, somebody has cut the connection, and a read throws {@link PeerGoneException}.
 *
 * <p>One thread reads and writes; {@link #close} and {@link #abort} come from any. Knows no certificate: whom to trust
 * is the {@link SSLContext}'s to say.
 */
public final class TlsTransport implements Transport {
    private static final int COPY_BYTES = 64 * 1024;
    /** Longer than RFC 8446 (4.6.1) lets a ticket live, for which the JDK makes none. */
    private static final int NO_TICKETS_SECONDS = (int) Duration.ofDays(8).toSeconds();

    private final SocketTransport tcp;
    private final TlsRecords records;
    private volatile boolean breaksOff;
    private volatile boolean closed;

    private TlsTransport(SocketTransport tcp, SSLEngine engine, SSLParameters parameters) {
        parameters.setProtocols(new String[] {"TLSv1.3"});
        engine.setSSLParameters(parameters);
        this.tcp = tcp;
        this.records = new TlsRecords(tcp, engine);
    }

    /**
     * The server's end of {@code tcp}, with the certificate of {@code context}; closing it closes {@code tcp}.
     *
     * <p>Gives no tickets for a shorter handshake the next time. They come unasked: a client that only writes, and
     * closes, would leave them unread, and a connection that is closed with unread bytes is reset, with the loss of
     * what was written.
     */
    public static TlsTransport ofServer(SocketTransport tcp, SSLContext context) {
        context.getServerSessionContext().setSessionTimeout(NO_TICKETS_SECONDS);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsTransport(tcp, engine, engine.getSSLParameters());
    }

    /**
     * The client's end of {@code tcp}; closing it closes {@code tcp}.
     *
     * @param context says by its trust manager which certificates will do; it is told the host, as in HTTPS
     * @param host the server's name or address, as the user wrote it
     */
    public static TlsTransport ofClient(SocketTransport tcp, SSLContext context, String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return new TlsTransport(tcp, engine, parameters);
    }

    /**
     * Makes the handshake now, for those who want to know how it comes out before they say anything.
     *
     * @param atMost how long to wait; {@link Duration#ZERO} waits for ever
     * @return false when the time ran out; the next call, read or write goes on from there
     * @throws PeerGoneException when the peer left or broke off
     * @throws ProtocolViolation when the peer does not speak TLS 1.3, or is not trusted; the message says which
     */
    public boolean handshake(Duration atMost) throws IOException {
        requireOpen();
        return records.settle(Deadline.in(atMost));
    }

    @Override
    public int read(ByteBuffer target, Duration atMost) throws IOException {
        requireOpen();
        return records.read(target, Deadline.in(atMost));
    }

    @Override
    public void acknowledgeLate() throws IOException {
        tcp.acknowledgeLate();
    }

    @Override
    public void write(ByteBuffer... sources) throws IOException {
        handshake(Duration.ZERO);
        records.send(sources);
    }

    /** {@inheritDoc} This one cannot: the bytes are copied to be encrypted. */
    @Override
    public long send(FileChannel file, long position, long count) throws IOException {
        var copy = ByteBuffer.allocate((int) Math.min(count, COPY_BYTES));
        long sent = 0;
        while (sent < count) {
            copy.clear().limit((int) Math.min(count - sent, COPY_BYTES));
            int read = file.read(copy, position + sent);
            if (read < 0) {
                break;
            }
            write(copy.flip());
            sent += read;
        }
        return sent;
    }

    /** {@inheritDoc} And so that nobody else can tell it: by a {@code close_notify}, and then that of TCP. */
    @Override
    public void shutdownOutput() throws IOException {
        handshake(Duration.ZERO);
        records.finish();
    }

    @Override
    public void breakOffWhenClosed(boolean breakOff) throws IOException {
        tcp.breakOffWhenClosed(breakOff);
        breaksOff = breakOff;
    }

    @Override
    public void abort() throws IOException {
        closed = true;
        tcp.abort();
    }

    @Override
    public boolean established() {
        return records.established();
    }

    @Override
    public String peer() {
        return tcp.peer();
    }

    /** {@inheritDoc} After a {@code close_notify}, unless this breaks off, or cuts what is being said. */
    @Override
    public void close() throws IOException {
        closed = true;
        if (breaksOff) {
            tcp.close();
        } else {
            records.close();
        }
    }

    private void requireOpen() throws PeerGoneException {
        if (closed || records.broken()) {
            throw new PeerGoneException(tcp.peer() + ": the connection was closed");
        }
    }
}
