package vos.tck.virtuos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.Zoo.Mutant;

/** Servers whose clients are in each other's way. */
final class ServerMutants {

    private static final int WAIT = 300;
    private static final int THREADS = 64;
    private static final int HANDLES = 150;

    private ServerMutants() {
    }

    static List<Mutant> all() {
        return List.of(
            new Mutant("one client at a time", "The server serves a connection to its end before it turns to another.",
                    OneAtATime::new),
            new Mutant("a fixed number of threads", "Each connection holds a thread, also one that says nothing, and"
                    + " further ones wait for it.", FewThreads::new),
            new Mutant("the current directory is the program's", "Each session has a current directory of its own.",
                    SharedDirectory::new),
            new Mutant("aborted uploads are never let go", "What is opened for a transfer is closed when it ends well,"
                    + " and when it does not, kept; some day there is none left.", Leaking::new));
    }

    /** A published one would let the others wait for ever; this one sends them away, which is known sooner. */
    private static final class OneAtATime extends VirtuosZooServer {

        private final Semaphore turn = new Semaphore(1);

        OneAtATime(Path root) throws IOException {
            super(root);
        }

        @Override
        protected void converse(Socket socket) throws IOException {
            if (!takes(turn)) {
                throw new IOException("there is a client already");
            }
            try {
                super.converse(socket);
            } finally {
                turn.release();
            }
        }
    }

    private static final class FewThreads extends VirtuosZooServer {

        private final Semaphore threads = new Semaphore(THREADS);

        FewThreads(Path root) throws IOException {
            super(root);
        }

        @Override
        protected void converse(Socket socket) throws IOException {
            if (!takes(threads)) {
                throw new IOException("there is no thread left");
            }
            try {
                super.converse(socket);
            } finally {
                threads.release();
            }
        }
    }

    private static boolean takes(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(WAIT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins in the root with each client. */
    private static final class SharedDirectory extends VirtuosZooServer {

        private volatile List<String> shared = List.of();

        SharedDirectory(Path root) throws IOException {
            super(root);
        }

        @Override
        VirtuosZooSession session(Socket socket) throws IOException {
            shared = List.of();
            return new VirtuosZooSession(files(), socket) {
                @Override
                List<String> current() {
                    return shared;
                }

                @Override
                void move(List<String> place) {
                    shared = place;
                }
            };
        }
    }

    /** Out of handles it sends one client away, and has all of them again, as if it had been started anew. */
    private static final class Leaking extends VirtuosZooServer {

        private final AtomicInteger kept = new AtomicInteger();

        Leaking(Path root) throws IOException {
            super(root);
        }

        @Override
        VirtuosZooSession session(Socket socket) throws IOException {
            if (kept.get() > HANDLES) {
                kept.set(0);
                throw new IOException("there is no handle left");
            }
            return new VirtuosZooSession(files(), socket) {
                @Override
                void readFile(OutputStream file) throws IOException {
                    kept.incrementAndGet();
                    super.readFile(file);
                    kept.decrementAndGet();
                }
            };
        }
    }
}
