package vos.server;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vos.auth.Accounts;
import vos.fs.Volume;
import vos.protocol.Dialect;
import vos.protocol.SocketTransport;
import vos.protocol.TlsTransport;
import vos.protocol.Transport;
import vos.protocol.WireOptions;

/**
 * Serves one volume in one dialect, to many peers: to anybody, or to those who have an account.
 *
 * <p>One platform thread accepts; each connection has a thread of its own and a workspace of its own, so that no peer
 * sees another's current directory, and none waits for another. A third thread closes those that have
 * passed a {@link Limit} of time. Safe for use by many threads.
 */
public final class Server implements Closeable {
    private static final Logger LOG = System.getLogger("vos.server");
    /** After a failed accept, for instance for want of file descriptors, so as not to turn in circles. */
    private static final long BREATH_MILLIS = 100;
    /**
     * So many connections may wait to be accepted, unless the system allows fewer; what comes beyond that is lost, and
     * tries again after a second and more.
     */
    private static final int WAITING = 1024;
    /** What a connection that has been torn down needs to notice it. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** Each is kept for a minute: to make one takes as long as most commands do. */
    private final ExecutorService commandThreads;
    private final Connection.Host host;
    private final Sessions sessions;
    private final ServerOptions options;
    private final Resources resources;
    private final WireOptions wire;
    private final ServerSocketChannel socket;
    private final Semaphore permits;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private long accepted;

    private Server(Dialect dialect, ServerListener listener, Sessions sessions, ServerOptions options,
            Resources resources) throws IOException {
        this.commandThreads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(dialect.id() + " command ", 1).factory());
        this.host = new Connection.Host(dialect, options.limits(), listener, commandThreads);
        this.sessions = sessions;
        this.options = options;
        this.resources = resources;
        this.wire = WireOptions.DEFAULTS.withBuffers(resources.buffers())
                .withMessageLimit(options.limits().count(Limit.MESSAGE_LENGTH));
        this.permits = new Semaphore(connectionsAtMost());
        this.socket = ServerSocketChannel.open();
    }

    private int connectionsAtMost() {
        return options.limits().count(Limit.CONNECTIONS);
    }

    /**
     * Removes what a killed server left in the volume, binds, and begins to accept.
     *
     * @throws IOException when the address cannot be bound, or the volume cannot be swept
     * @throws IllegalArgumentException when the dialect needs accounts
     */
    public static Server start(Dialect dialect, Volume volume, ServerOptions options, ServerListener listener)
            throws IOException {
        return start(dialect, volume, Optional.empty(), options, listener);
    }

    /**
     * As above, and lets in those who have an account, each to a directory of the volume that bears their name.
     *
     * @throws IllegalArgumentException when the dialect has no login, or has one and there are no accounts
     */
    public static Server start(Dialect dialect, Volume volume, Optional<Accounts> accounts, ServerOptions options,
            ServerListener listener) throws IOException {
        Limits limits = options.limits();
        Resources resources = Resources.of(limits, System::nanoTime);
        Sessions sessions = Sessions.of(dialect, volume, accounts, limits, resources);
        int swept = volume.sweep();
        if (swept > 0) {
            LOG.log(Level.INFO, "removed {0} unfinished uploads of a server that was killed", swept);
        }
        var server = new Server(dialect, listener, sessions, options, resources);
        try {
            server.socket.bind(new InetSocketAddress(options.bind(), options.port()), WAITING);
        } catch (IOException e) {
            server.socket.close();
            throw e;
        }
        String name = dialect.id() + ":" + server.port();
        Threads.PLATFORM.start("accept " + name, server::accept);
        Threads.PLATFORM.start("watch " + name, server::watch);
        return server;
    }

    /** The address it listens on, with the port that was chosen if 0 was asked for. */
    public InetSocketAddress address() {
        return new InetSocketAddress(options.bind(), port());
    }

    /** The port it listens on. */
    public int port() {
        return socket.socket().getLocalPort();
    }

    /** How many connections there are now. */
    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!stopped()) {
            permits.acquireUninterruptibly();
            try {
                admit(socket.accept());
            } catch (ClosedChannelException e) {
                // The server is being stopped; the next look at `stopping` says so.
                permits.release();
            } catch (IOException e) {
                permits.release();
                LOG.log(Level.WARNING, "cannot accept a connection: {0}", e.getMessage());
                pause(BREATH_MILLIS);
            } catch (RuntimeException e) {
                // Of ours; whoever comes next shall not find that nobody accepts any more.
                permits.release();
                LOG.log(Level.ERROR, "a connection could not be begun", e);
            }
        }
    }

    /** One too many from its address is closed without a word: to say one takes time, and there are many of those. */
    private void admit(SocketChannel channel) throws IOException {
        Optional<InetAddress> address = remoteAddress(channel);
        Optional<Throttle> commands = address.flatMap(from -> resources.crowd().enter(Origin.of(from)));
        if (commands.isPresent()) {
            serve(channel, address.get(), commands.get());
        } else {
            channel.close();
            address.ifPresent(host.listener()::refused);
            permits.release();
        }
    }

    /** Empty when the peer has left already. */
    private static Optional<InetAddress> remoteAddress(SocketChannel channel) {
        try {
            return Optional.of(((InetSocketAddress) channel.getRemoteAddress()).getAddress());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Gives the connection a thread; what it was let in with comes back when that thread is done with it. */
    private void serve(SocketChannel channel, InetAddress address, Throttle commands) throws IOException {
        Connection connection = connection(channel, address, commands);
        connections.add(connection);
        options.threads().start(host.dialect().id() + " " + connection, () -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
                resources.crowd().leave(Origin.of(address));
                permits.release();
            }
        });
        if (stopped()) {
            // It may have come too late for stop() to see it.
            connection.drain();
        }
    }

    private Connection connection(SocketChannel channel, InetAddress address, Throttle commands) throws IOException {
        try {
            var own = new Throttle(options.limits().of(Limit.SESSION_RATE), System::nanoTime);
            var pace = new WatchedTransport.Pace(own, resources.rate(), commands);
            var transport = new WatchedTransport(transport(channel), System::nanoTime, pace);
            var peer = new Peer(++accepted, transport.peer());
            return new Connection(peer, transport, wire, sessions.begin(address), host);
        } catch (IOException | RuntimeException e) {
            channel.close();
            resources.crowd().leave(Origin.of(address));
            throw e;
        }
    }

    /** The handshake of TLS, which takes a peer's time and ours, is left to the connection's own thread. */
    private Transport transport(SocketChannel channel) throws IOException {
        var tcp = new SocketTransport(channel);
        return options.tls().<Transport>map(context -> TlsTransport.ofServer(tcp, context)).orElse(tcp);
    }

    /** Looks often enough that the shortest of the times is kept to a quarter of it, or a second. */
    private void watch() {
        long shortest = Stream.of(Limit.IDLE, Limit.LOGIN_TIME, Limit.COMMAND_TIME)
                .mapToLong(options.limits()::of).min().orElseThrow();
        while (!pause(Math.clamp(shortest / 4, 10, 1000))) {
            connections.forEach(this::enforceLimits);
            resources.crowd().forgetTheRested();
        }
    }

    private void enforceLimits(Connection connection) {
        try {
            connection.enforceLimits();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot close {0}: {1}", connection, e.getMessage());
        }
    }

    /** Waits; true when the server is being stopped. */
    private boolean pause(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    /**
     * Stops: accepts no more, closes connections that wait for a request, lets the others finish theirs, and closes
     * what has not finished within {@code grace}. Returns when all are closed.
     *
     * @return the number of connections that were cut in the middle of a request
     */
    public int stop(Duration grace) throws IOException {
        stopping.countDown();
        socket.close();
        for (Connection connection : connections) {
            connection.drain();
        }
        awaitNone(grace);
        long cut = connections.stream().filter(Connection::answering).count();
        connections.forEach(this::close);
        awaitNone(CLOSING);
        commandThreads.shutdown();
        return Math.toIntExact(cut);
    }

    /** Every connection holds a permit, so there is none when all permits can be had. */
    private void awaitNone(Duration atMost) {
        try {
            if (permits.tryAcquire(connectionsAtMost(), atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                permits.release(connectionsAtMost());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops without grace. */
    @Override
    public void close() throws IOException {
        stop(Duration.ZERO);
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot close {0}: {1}", connection, e.getMessage());
        }
    }
}
