package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A broken server that is made anew when the kit wants it started again, as one that is a process would be. */
final class ZooTarget implements Target, Closeable {

    private final Zoo.Maker maker;
    private final Path root;
    private volatile ZooServer server;

    ZooTarget(Zoo.Maker maker, Path root) throws IOException {
        this.maker = maker;
        this.root = root;
        this.server = maker.make(root).start();
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public Optional<Path> root() {
        return server.root();
    }

    @Override
    public List<Account> accounts() {
        return server.accounts();
    }

    @Override
    public boolean restartable() {
        return server.restartable();
    }

    @Override
    public void restart() throws IOException {
        if (server.restartable()) {
            server.restart();
        } else {
            server.close();
            server = maker.make(root).start();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
