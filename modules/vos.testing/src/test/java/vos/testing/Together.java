package vos.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same for many at once, as most of the time of a published conversation goes into pauses. */
public final class Together {
    private Together() {
    }

    /** What is to be done for each. */
    @FunctionalInterface
    public interface Work {
        /** Does it for a number: a size, or which one it is. */
        void run(int number) throws IOException;
    }

    /** Runs {@code work} for each number on a thread of its own; the first failure is thrown when all have ended. */
    public static void forEach(List<Integer> numbers, Work work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> calls = numbers.stream().<Callable<Void>>map(number -> () -> {
                work.run(number);
                return null;
            }).toList();
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
    }
}
