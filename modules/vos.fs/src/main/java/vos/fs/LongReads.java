package vos.fs;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Has long directories read by few at a time, and on threads of the system. A virtual thread keeps its carrier while it
 * asks the system for names and what they stand for, and all of them have as many carriers as there are processors. To
 * give way now and then is not enough: what has given way may be taken up again before what comes from outside, and
 * others wait for seconds. The system divides the processors among threads of its own. And a directory that many read
 * at once would be in memory as often.
 *
 * <p>Those who come later wait, for the system and never for a peer. Safe for use by many threads.
 */
final class LongReads {

    /** With so many names a directory is long. */
    static final int LONG = 1_000;

    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** What somebody who reads finds out. */
    @FunctionalInterface
    interface Read<T> {
        T run() throws IOException;
    }

    /** Returns what {@code read} does, which is run when it is its turn, and has ended when this returns. */
    <T> T inTurn(Read<T> read) throws IOException {
        turns.acquireUninterruptibly();
        try {
            return Thread.currentThread().isVirtual() ? onThreadOfTheSystem(read) : read.run();
        } finally {
            turns.release();
        }
    }

    private static <T> T onThreadOfTheSystem(Read<T> read) throws IOException {
        var task = new FutureTask<>(read::run);
        Thread.ofPlatform().daemon().name("long directory").start(task);
        try {
            return await(task);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException defect -> throw defect;
                case Throwable worse -> throw new IllegalStateException("a directory could not be read", worse);
            }
        }
    }

    /** Also for somebody who is interrupted: what is being read is theirs, and they may close it afterwards. */
    private static <T> T await(FutureTask<T> task) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
