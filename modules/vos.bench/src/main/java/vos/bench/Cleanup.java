package vos.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is undone at the end, however that comes: by itself, or by Ctrl-C. The last thing that was begun is undone
 * first. May be used by any thread.
 */
final class Cleanup implements AutoCloseable {
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean over;

    /** Something to undo, which does no harm when it is undone twice. */
    @FunctionalInterface
    interface Step extends AutoCloseable {
        @Override
        void close();
    }

    /** Makes one that is closed also when the program is told to end. */
    static Cleanup atExit() {
        var cleanup = new Cleanup();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cleanup").unstarted(cleanup::close));
        return cleanup;
    }

    /** Undoes this too; at once, when the end has come already. */
    synchronized void also(Step step) {
        if (over) {
            step.close();
        } else {
            steps.push(step);
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        while (!steps.isEmpty()) {
            steps.pop().close();
        }
    }
}
