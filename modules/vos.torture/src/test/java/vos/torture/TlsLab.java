package vos.torture;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vos.auth.Accounts;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.client.Client;
import vos.client.ClientOptions;
import vos.fs.LocalVolume;
import vos.protocol.Dialect;
import vos.protocol.TlsContexts;
import vos.server.Server;
import vos.server.ServerListener;
import vos.server.ServerOptions;
import vos.testing.TestUser;

/** A server of one lab with TLS, or one without; the users of the conformance kit have accounts where one is needed. */
final class TlsLab implements Closeable {
    private static final Map<String, String> USERS = Map.of("user1", "password123", "user2", "secret456");
    private static final Accounts ACCOUNTS = (user, password) -> Optional.ofNullable(USERS.get(user))
            .filter(known -> known.equals(new String(password.bytes(), StandardCharsets.UTF_8)))
            .map(_ -> new Principal(new UserName(user)));

    private final Dialect dialect;
    private final Path root;
    private final Server server;

    private TlsLab(Dialect dialect, Path root, ServerOptions options) throws IOException {
        this.dialect = dialect;
        this.root = root;
        Optional<Accounts> accounts = dialect.needsLogin() ? Optional.of(ACCOUNTS) : Optional.empty();
        this.server = Server.start(dialect, LocalVolume.open(root), accounts, options, new ServerListener() { });
    }

    static TlsLab encrypted(Dialect dialect, Path root) throws IOException {
        return new TlsLab(dialect, root, ServerOptions.onLoopback(0).withTls(TlsContexts.server()));
    }

    static TlsLab plain(Dialect dialect, Path root) throws IOException {
        return new TlsLab(dialect, root, ServerOptions.onLoopback(0));
    }

    int port() {
        return server.port();
    }

    /** What {@link #client} sees as {@code /}. */
    Path workspace() {
        return dialect.needsLogin() ? root.resolve(TestUser.NAME) : root;
    }

    /** Our client with TLS, by way of another port if something stands between; logged in where there is a login. */
    Client client(int port) throws IOException {
        var options = ClientOptions.DEFAULTS.withTls(TlsContexts.client());
        Client client = Client.connect(dialect, "127.0.0.1", port, options);
        if (dialect.needsLogin()) {
            client.perform(TestUser.login());
        }
        return client;
    }

    /** A connection to speak on byte by byte. */
    Socket socket() throws IOException {
        return new Socket("127.0.0.1", port());
    }

    /** The same, encrypted by the JDK's own hand. */
    Socket tlsSocket() throws IOException {
        return TlsContexts.client().getSocketFactory().createSocket(socket(), "localhost", port(), true);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
