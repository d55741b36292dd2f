package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import vos.tck.Zoo.Mutant;

/** What goes wrong between several clients. */
final class CloudFsPeerMutants {

    private CloudFsPeerMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("one client at a time",
                        "No client waits for another: each connection has a thread, or a turn.",
                        OneAtATime::new),
                new Mutant("fifty clients at a time",
                        "A server serves 1,000 connections at once.",
                        Crowded::new),
                new Mutant("a lock is held while a content comes",
                        "A client that stalls in its upload holds up all others.",
                        Locking::new),
                new Mutant("all connections share one buffer",
                        "What belongs to a connection must not be shared.",
                        SharedBuffer::new),
                new Mutant("all sessions share one current directory",
                        "The current directory of the process is everybody's; each session needs its own.",
                        SharedDirectory::new),
                new Mutant("broken uploads leave something behind",
                        "After some hundred there are no more open files, or threads, and the server serves nobody.",
                        Leaking::new));
    }

    private static final class OneAtATime extends CloudFsZooServer {

        OneAtATime(Path root) throws IOException {
            super(root);
        }

        @Override
        protected void begin(Socket socket) {
            serve(socket);
        }
    }

    private static final class Crowded extends CloudFsZooServer {

        private final Semaphore places = new Semaphore(50);

        Crowded(Path root) throws IOException {
            super(root);
        }

        @Override
        protected void converse(Socket socket) throws IOException {
            places.acquireUninterruptibly();
            try {
                super.converse(socket);
            } finally {
                places.release();
            }
        }
    }

    private static final class Locking extends CloudFsZooServer {

        private final Lock lock = new ReentrantLock();

        Locking(Path root) throws IOException {
            super(root);
        }

        @Override
        protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
            return new CloudFsZooSession(parts) {
                @Override
                protected void receive(OutputStream target) throws IOException {
                    lock.lock();
                    try {
                        super.receive(target);
                    } finally {
                        lock.unlock();
                    }
                }
            };
        }
    }

    private static final class SharedBuffer extends CloudFsZooServer {

        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

        SharedBuffer(Path root) throws IOException {
            super(root);
        }

        @Override
        protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
            return new CloudFsZooSession(parts) {
                @Override
                protected void receive(OutputStream target) throws IOException {
                    buffer.reset();
                    super.receive(buffer);
                    buffer.writeTo(target);
                }
            };
        }
    }

    private static final class SharedDirectory extends CloudFsZooServer {

        private volatile List<String> current = List.of();

        SharedDirectory(Path root) throws IOException {
            super(root);
        }

        @Override
        protected CloudFsZooFiles files() {
            return new CloudFsZooFiles(directory()) {
                @Override
                public List<String> here() {
                    return current;
                }

                @Override
                public void enter(List<String> names) {
                    current = List.copyOf(names);
                }
            };
        }
    }

    private static final class Leaking extends CloudFsZooServer {

        private static final int PLACES = 100;

        private final AtomicInteger lost = new AtomicInteger();

        Leaking(Path root) throws IOException {
            super(root);
        }

        @Override
        protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
            return new CloudFsZooSession(parts) {
                @Override
                protected void receive(OutputStream target) throws IOException {
                    if (lost.get() >= PLACES) {
                        throw new IOException("too many open files");
                    }
                    lost.incrementAndGet();
                    super.receive(target);
                    lost.decrementAndGet();
                }
            };
        }
    }
}
