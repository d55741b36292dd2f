package vos.server;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How a server is run.
 *
 * @param bind the address it listens on
 * @param port the TCP port; 0 lets the system choose a free one
 * @param maxConnections how many connections are served at once; further ones wait until one ends
 * @param idle how long a connection may pass no byte in either direction before it is closed
 * @param threads what each connection runs on
 */
public record ServerOptions(InetAddress bind, int port, int maxConnections, Duration idle, Threads threads) {

    /** Refuses what makes no sense. */
    public ServerOptions {
        if (port < 0 || port > 65_535 || maxConnections < 1 || !idle.isPositive()) {
            throw new IllegalArgumentException(
                    "port " + port + ", at most " + maxConnections + " connections, idle for " + idle);
        }
    }

    /** On loopback, 1,000 connections, ten minutes idle, virtual threads. */
    public static ServerOptions onLoopback(int port) {
        return new ServerOptions(InetAddress.getLoopbackAddress(), port, 1000, Duration.ofMinutes(10), Threads.VIRTUAL);
    }

    /** The same, bound to another address. */
    public ServerOptions withBind(InetAddress address) {
        return new ServerOptions(address, port, maxConnections, idle, threads);
    }

    /** The same with another limit of connections. */
    public ServerOptions withMaxConnections(int connections) {
        return new ServerOptions(bind, port, connections, idle, threads);
    }

    /** The same with another idle time. */
    public ServerOptions withIdle(Duration atMost) {
        return new ServerOptions(bind, port, maxConnections, atMost, threads);
    }

    /** The same on another kind of thread. */
    public ServerOptions withThreads(Threads kind) {
        return new ServerOptions(bind, port, maxConnections, idle, kind);
    }
}
