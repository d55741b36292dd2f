package vos.tck.cloudfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import vos.tck.Zoo.Mutant;

/** What goes wrong between several clients. */
final class CrowdMutants {

    private static final int PLACES = 100;

    static final List<Mutant> ALL = List.of(
            new Mutant("one client at a time",
                "No client waits for another: each connection has a thread, or a turn.",
                root -> new CloudFsZooServer(root) {
                    @Override
                    protected void begin(Socket socket) {
                        serve(socket);
                    }
                }),
            new Mutant("fifty clients at a time",
                "A server serves 1,000 connections at once.",
                root -> new CloudFsZooServer(root) {
                    private final Semaphore places = new Semaphore(50);

                    @Override
                    protected void converse(Socket socket) throws IOException {
                        places.acquireUninterruptibly();
                        try {
                            super.converse(socket);
                        } finally {
                            places.release();
                        }
                    }
                }),
            receiving("a lock is held while a content comes",
                "A client that stalls in its upload holds up all others.",
                () -> {
                    Lock lock = new ReentrantLock();
                    return (sound, target) -> {
                        lock.lock();
                        try {
                            sound.receive(target);
                        } finally {
                            lock.unlock();
                        }
                    };
                }),
            receiving("all connections share one buffer",
                "What belongs to a connection must not be shared.",
                () -> {
                    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
                    return (sound, target) -> {
                        buffer.reset();
                        sound.receive(buffer);
                        buffer.writeTo(target);
                    };
                }),
            new Mutant("all sessions share one current directory",
                "The current directory of the process is everybody's; each session needs its own.",
                root -> new CloudFsZooServer(root) {
                    private volatile List<String> current = List.of();

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
                }),
            receiving("broken uploads leave something behind",
                "After some hundred there are no more open files, or threads, and the server serves nobody.",
                () -> {
                    AtomicInteger lost = new AtomicInteger();
                    return (sound, target) -> {
                        if (lost.get() >= PLACES) {
                            throw new IOException("too many open files");
                        }
                        lost.incrementAndGet();
                        sound.receive(target);
                        lost.decrementAndGet();
                    };
                }));

    private CrowdMutants() {
    }

    /** Receives the content of an upload, as a sound session does. */
    private interface Sound {
        void receive(OutputStream target) throws IOException;
    }

    /** Receives it in another way, for all sessions of a server. */
    private interface Receiving {
        void receive(Sound sound, OutputStream target) throws IOException;
    }

    private static Mutant receiving(String name, String explanation, Supplier<Receiving> maker) {
        return new Mutant(name, explanation, root -> new CloudFsZooServer(root) {
            private final Receiving receiving = maker.get();

            @Override
            protected CloudFsZooSession session(CloudFsZooSession.Parts parts) {
                return new CloudFsZooSession(parts) {
                    @Override
                    protected void receive(OutputStream target) throws IOException {
                        receiving.receive(super::receive, target);
                    }
                };
            }
        });
    }
}
