package vos.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.auth.LoginLimits;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.fs.LocalVolume;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Text;

/** From one address, few logins are looked at at a time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoginDeskTest {
    @TempDir
    private Path root;
    private final List<String> looked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch evening = new CountDownLatch(1);
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private LoginDesk desk;
    private Thread waiting;

    /** Whoever leaves the last place at the door and comes again at once has to stand behind who came meanwhile. */
    @Test
    void whoWaitsForTheirTurnIsNotOvertaken() throws Exception {
        desk = new LoginDesk(LocalVolume.open(root), (user, password) -> {
            looked.add(user);
            if (user.startsWith("slow")) {
                awaitEvening();
            } else if (user.equals("ann") && waiting == null) {
                waiting = start("anna");
                await().until(() -> waiting.getState() == Thread.State.WAITING);
            }
            return Optional.of(new Principal(new UserName(user)));
        }, Limits.USUAL, Resources.of(Limits.USUAL, System::nanoTime));
        int allButOne = LoginLimits.DEFAULT.perUser() - 2;
        for (int i = 0; i < allButOne; i++) {
            start("slow" + i);
        }
        await().until(() -> looked.size() == allButOne);
        logIn("ann");
        logIn("ann");
        evening.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of("ann", "anna", "ann"), List.copyOf(looked).subList(allButOne, allButOne + 3));
    }

    private void awaitEvening() throws InterruptedIOException {
        try {
            evening.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private Thread start(String user) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                logIn(user);
            } catch (IOException e) {
                looked.add("of " + user + ": " + e);
            }
        });
        threads.add(thread);
        return thread;
    }

    private void logIn(String user) throws IOException {
        desk.begin(InetAddress.getLoopbackAddress())
                .perform(new Request.Login(user, Secret.of(Text.encode("password"))));
    }
}
