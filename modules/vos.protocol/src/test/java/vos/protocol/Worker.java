package vos.protocol;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** One side of a conversation on a thread of its own; a test that ends before it does has failed. */
final class Worker<T> {

    /** What the JDK does with a blocked call depends on who is blocked. */
    enum On {
        PLATFORM, VIRTUAL;

        /** Begins {@code work} on a new thread of this kind. */
        <T> Worker<T> begin(Callable<T> work) {
            return new Worker<>(this, work);
        }
    }

    private final FutureTask<T> task;
    private final Thread thread;

    private Worker(On kind, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = kind == On.VIRTUAL ? Thread.ofVirtual().start(task) : Thread.ofPlatform().daemon().start(task);
    }

    /** Returns once the work is inside a method of this name, or has been. */
    Worker<T> awaitInside(String method) {
        Awaitility.await().until(() -> task.isDone() || Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method)));
        return this;
    }

    /** What the work has come to. */
    T result() throws Exception {
        try {
            return task.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("still busy: " + Arrays.toString(thread.getStackTrace()), e);
        }
    }
}
