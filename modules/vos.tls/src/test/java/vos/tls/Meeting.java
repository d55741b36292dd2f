package vos.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server and a client over the loopback interface, who speak the JDK's own TLS. */
final class Meeting {
    private Meeting() {
    }

    /**
     * Has the client say a word that the server repeats; returns what came back.
     *
     * @param host the name that the client knows the server by
     */
    static String of(Identity identity, SSLContext trust, String host) throws IOException {
        try (var listener = (SSLServerSocket) identity.context().getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var server = new FutureTask<>(() -> repeat(listener));
            Thread.ofVirtual().start(server);
            try (SSLSocket client = client(trust, host, listener.getLocalPort())) {
                client.getOutputStream().write('!');
                return Character.toString(client.getInputStream().read());
            } finally {
                await(server);
            }
        }
    }

    private static SSLSocket client(SSLContext trust, String host, int port) throws IOException {
        var tcp = new Socket("127.0.0.1", port);
        var client = (SSLSocket) trust.getSocketFactory().createSocket(tcp, host, port, true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        return client;
    }

    private static Void repeat(SSLServerSocket listener) {
        try (var socket = listener.accept()) {
            socket.getOutputStream().write(socket.getInputStream().read());
        } catch (IOException e) {
            // The client does not trust it, and says so itself.
            assert e.getMessage() != null;
        }
        return null;
    }

    private static void await(FutureTask<Void> server) throws IOException {
        try {
            server.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
