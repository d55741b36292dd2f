package vos.tck.orchestration;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.Zoo.Mutant;

/** Servers that cannot serve many, or not for long. */
final class CrowdMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("one client at a time",
                "A client that does nothing must not keep the others from being served.",
                root -> new Limited(root, 1)),
            new Mutant("ten clients at a time",
                "So many threads, and each of them a client's for as long as it likes, are soon all taken.",
                root -> new Limited(root, 10)),
            new Mutant("what a broken connection holds is not given back",
                "A connection that breaks ends in another way than the others, and has to give back as much.",
                root -> new OrchestrationZooServer(root) {
                    private static final int MOST = 60;
                    private final AtomicInteger held = new AtomicInteger();

                    @Override
                    Optional<String> login(OrchestrationZooWire wire) throws IOException {
                        if (held.incrementAndGet() > MOST) {
                            throw new IOException("there is no room for another connection");
                        }
                        Optional<String> user = super.login(wire);
                        if (user.isPresent()) {
                            held.decrementAndGet();
                        }
                        return user;
                    }
                }));

    private CrowdMutants() {
    }

    private static final class Limited extends OrchestrationZooServer {

        private final Executor executor;

        Limited(Path root, int clients) throws IOException {
            super(root);
            this.executor = Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory());
        }

        @Override
        protected void begin(Socket socket) {
            executor.execute(() -> serve(socket));
        }
    }
}
