package vos.tck;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that runs already.
 *
 * @param address where it listens
 * @param root the directory that it serves, if that is on this machine
 * @param accounts users that it knows
 */
record RemoteServer(InetSocketAddress address, Optional<Path> root, List<Account> accounts) implements Target {
}
