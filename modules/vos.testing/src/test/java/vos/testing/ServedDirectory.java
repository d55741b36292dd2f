package vos.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.fs.LocalVolume;
import vos.fs.Volume;
import vos.protocol.Dialect;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;

/** A real server on loopback, for the length of a test; {@link TestUser} has an account where one is needed. */
public final class ServedDirectory implements Closeable {
    private final Dialect dialect;
    private final Path workspace;
    private final Server server;

    /** Serves this directory in this dialect. */
    public ServedDirectory(Path root, Dialect dialect) throws IOException {
        this(root, dialect, new ServerListener() { });
    }

    /** As above, and tells {@code listener} what happens. */
    public ServedDirectory(Path root, Dialect dialect, ServerListener listener) throws IOException {
        this(root, dialect, LocalVolume.open(root), listener);
    }

    /** Serves {@code volume}, which stands in some way on the directory {@code root}. */
    public ServedDirectory(Path root, Dialect dialect, Volume volume) throws IOException {
        this(root, dialect, volume, new ServerListener() { });
    }

    private ServedDirectory(Path root, Dialect dialect, Volume volume, ServerListener listener) throws IOException {
        this.dialect = dialect;
        this.workspace = dialect.needsLogin() ? root.resolve(TestUser.NAME) : root;
        server = Server.start(dialect, volume, TestUser.accounts(dialect), ServerOptions.onLoopback(0), listener);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** What {@link #client} sees as {@code /}. */
    public Path workspace() {
        return workspace;
    }

    /** A connection, to speak to it byte by byte. */
    public Socket socket() throws IOException {
        return new Socket(server.address().getAddress(), server.port());
    }

    /** Our own client, by way of another port if something stands between; logged in where there is a login. */
    public Client client(int port) throws IOException {
        Client client = Client.connect(dialect, "127.0.0.1", port, ClientOptions.DEFAULTS);
        if (dialect.needsLogin()) {
            client.perform(TestUser.login());
        }
        return client;
    }

    /** Our own client. */
    public Client client() throws IOException {
        return client(port());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
