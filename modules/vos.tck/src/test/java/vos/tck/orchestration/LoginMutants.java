package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.Account;
import vos.tck.Zoo.Mutant;

/** Servers that get the greeting or the login wrong. */
final class LoginMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("the client is expected to speak first",
                "In most protocols the client speaks first. Here the server asks, and the client only answers.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    Optional<String> login(OrchestrationZooWire wire) throws IOException {
                        return wire.atEnd() ? Optional.empty() : super.login(wire);
                    }
                }),
            wire("a line end is waited for",
                "A published client sends no line ends: what one read gives is its whole answer.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    int patience() {
                        return 0;
                    }
                }),
            new Mutant("line ends belong to the word",
                "What a client says may end with LF or CR LF, or stand between spaces: they are no part of it.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    String trimmed(String words) {
                        return words.replaceFirst("\n$", "");
                    }
                }),
            new Mutant("there is only one attempt to log in",
                "A client whose login failed is asked again, up to three times.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    int attempts() {
                        return 1;
                    }
                }),
            new Mutant("logins may fail without an end",
                "Behind the third failure the server closes, without another word.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    int attempts() {
                        return 100;
                    }
                }),
            new Mutant("it is told which users exist",
                "A user who does not exist is answered as a wrong password is, or names can be guessed.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    String failure(String name) {
                        return accounts().stream().anyMatch(user -> user.name().equals(name))
                                ? super.failure(name) : "Unknown user.";
                    }
                }),
            new Mutant("bytes that are not UTF-8 end the connection",
                "Bytes that are not UTF-8 are answered like any other word that is not known.",
                root -> new OrchestrationZooServer(root) {
                    @Override
                    Optional<String> text(byte[] bytes) throws IOException {
                        return Optional.of(super.text(bytes)
                                .orElseThrow(() -> new IOException("this is not UTF-8")));
                    }
                }),
            wire("one read is one name",
                "The network may cut a name in two, or join it with the password; a line end tells.",
                socket -> new OrchestrationZooWire(socket) {
                    @Override
                    byte[] line() throws IOException {
                        return segment(come -> false);
                    }
                }),
            new Mutant("logins under way count as failed",
                "Who is still being looked at has not failed; otherwise a crowd that logs in is locked out.",
                root -> new OrchestrationZooServer(root) {
                    private static final int MOST = 9;
                    private static final int MILLIS = 400;
                    private final AtomicInteger underWay = new AtomicInteger();

                    @Override
                    boolean isRight(String name, String password) {
                        boolean free = underWay.incrementAndGet() <= MOST;
                        try {
                            Thread.sleep(MILLIS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        underWay.decrementAndGet();
                        return free && super.isRight(name, password);
                    }
                }),
            new Mutant("the first name is kept",
                "The name belongs to the attempt that succeeded, and not to one that failed before it.",
                root -> new OrchestrationZooServer(root) {
                    private final ThreadLocal<String> first = new ThreadLocal<>();

                    @Override
                    boolean isRight(String name, String password) {
                        boolean known = accounts().stream().map(Account::name).anyMatch(name::equals);
                        if (first.get() == null && known) {
                            first.set(name);
                        }
                        return super.isRight(name, password);
                    }

                    @Override
                    Optional<String> login(OrchestrationZooWire wire) throws IOException {
                        return super.login(wire).map(name -> first.get());
                    }
                }));

    private LoginMutants() {
    }
}
