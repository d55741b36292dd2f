package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.write;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import vos.fs.WorkspaceException.Reason;

/** Many sessions on one account: never more than the quota, and nothing forgotten. */
@Timeout(60)
final class QuotaRaceTest {

    private static final int SESSIONS = 8;
    private static final int UPLOADS = 60;
    private static final int CHANGES = 300;
    private static final int LIMIT = 100;

    private final MemoryVolume whole = new MemoryVolume();
    private final QuotaVolume volume =
            new QuotaVolume(hesitating(whole), new Quota(LIMIT, LIMIT, LIMIT), InstantSource.system());

    /** Lets others go first behind each operation: so what was just looked at changes, if it can. */
    private static Volume hesitating(Volume volume) {
        return (Volume) Proxy.newProxyInstance(Volume.class.getClassLoader(), new Class<?>[] {Volume.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(volume, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        Thread.yield();
                    }
                });
    }

    /** All begin and end together, and want nearly three times what there is. */
    @RepeatedTest(5)
    void manyUploadsAtOnceStayBelowOneLimitTogether() throws Exception {
        AtomicLong most = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        AtomicLong published = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(SESSIONS);
        atOnce(session -> {
            for (int i = 0; i < UPLOADS; i++) {
                String name = "/" + session + "-" + i;
                try (Draft draft = volume.draft(at(name), Publish.CREATE)) {
                    together.await(20, TimeUnit.SECONDS);
                    (fill(draft, most) ? published : refused).incrementAndGet();
                    together.await(20, TimeUnit.SECONDS);
                    if (draft.isOpen()) {
                        draft.publish();
                        volume.removeFile(at(name));
                    }
                }
            }
        });
        assertTrue(most.get() <= LIMIT, () -> most + " bytes were taken at once");
        assertTrue(refused.get() > 0 && published.get() > 0, () -> refused + " refused, " + published + " published");
        assertEquals(Usage.NONE, volume.taken());
    }

    /** Whether all of it fitted. */
    private boolean fill(Draft draft, AtomicLong most) throws IOException {
        try {
            for (int piece = 0; piece < 5; piece++) {
                write(draft, "1234567");
                most.accumulateAndGet(volume.taken().bytes(), Math::max);
            }
            return true;
        } catch (WorkspaceException e) {
            assertEquals(Reason.QUOTA_EXCEEDED, e.reason(), e.getMessage());
            return false;
        }
    }

    @RepeatedTest(5)
    void changesOfTheSameNamesAtOnceKeepTheAccountExact() throws Exception {
        atOnce(session -> {
            for (int i = 0; i < CHANGES; i++) {
                try {
                    change(ThreadLocalRandom.current());
                } catch (WorkspaceException e) {
                    assertTrue(e.reason() != Reason.FAILED, e.getMessage());
                }
            }
        });
        assertEquals(new UsageCount(whole).total(), volume.taken());
    }

    private void change(ThreadLocalRandom random) throws IOException {
        String one = "/" + random.nextInt(3);
        String other = "/" + random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> put(volume, one, "x".repeat(random.nextInt(12)));
            case 1 -> volume.removeFile(at(one));
            case 2, 3 -> volume.move(at(one), at(other));
            case 4 -> volume.makeDirectory(at("/d" + one.substring(1)));
            default -> volume.removeDirectory(at("/d" + one.substring(1)));
        }
    }

    private static void atOnce(Work work) throws Exception {
        List<Callable<Void>> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            int session = i;
            sessions.add(() -> {
                work.of(session);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(SESSIONS)) {
            for (Future<Void> done : threads.invokeAll(sessions)) {
                done.get();
            }
        }
    }

    @FunctionalInterface
    private interface Work {

        void of(int session) throws Exception;
    }
}
