package vos.tck.virtuos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.Zoo.Mutant;

/** Servers whose clients are in each other's way. */
final class CrowdMutants {

    private static final int WAIT = 300;
    private static final int HANDLES = 150;

    static final List<Mutant> ALL = List.of(
            limited("one client at a time", "The server serves a connection to its end before it turns to another.",
                1),
            limited("a fixed number of threads", "Each connection holds a thread, also one that says nothing, and"
                + " further ones wait for it.", 64),
            new Mutant("the current directory is the program's", "Each session has a current directory of its own.",
                root -> new VirtuosZooServer(root) {
                    // Begins in the root with each client.
                    private volatile List<String> shared = List.of();

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
                }),
            new Mutant("aborted uploads are never let go", "What is opened for a transfer is closed when it ends well,"
                    + " and when it does not, kept; some day there is none left.", root -> new VirtuosZooServer(root) {
                    // Out of handles it sends one client away, and has all of them again, as if it had been started
                    // anew.
                    private final AtomicInteger kept = new AtomicInteger();

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
                }));

    private CrowdMutants() {
    }

    /** A published one would let the others wait for ever; this one sends them away, which is known sooner. */
    private static Mutant limited(String name, String explanation, int clients) {
        return new Mutant(name, explanation, root -> new VirtuosZooServer(root) {
            private final Semaphore places = new Semaphore(clients);

            @Override
            protected void converse(Socket socket) throws IOException {
                if (!takes(places)) {
                    throw new IOException("there is no place left");
                }
                try {
                    super.converse(socket);
                } finally {
                    places.release();
                }
            }
        });
    }

    private static boolean takes(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(WAIT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
