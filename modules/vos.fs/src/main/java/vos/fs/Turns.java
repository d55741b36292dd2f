package vos.fs;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Who has to wait for whom, so that what was looked at is still there when it is changed: changes of one name take
 * turns, and a change of many names is alone.
 *
 * <p>A publication may wait for the disk for long; those of other names go on meanwhile.
 *
 * <p>Safe for use by many threads. No change may make another.
 */
final class Turns {

    /** Names share locks, as there are more of them than anybody could count. */
    private static final int LOCKS = 64;

    private final ReadWriteLock all = new ReentrantReadWriteLock();
    private final List<Lock> names = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /** Runs {@code change}, which is of this name and no other, when nobody else changes it. */
    void ofName(Location name, Change change) throws WorkspaceException {
        run(all.readLock(), () -> run(names.get(Math.floorMod(name.hashCode(), LOCKS)), change));
    }

    /** Runs {@code change} when nobody else changes anything. */
    void ofAll(Change change) throws WorkspaceException {
        run(all.writeLock(), change);
    }

    private static void run(Lock turn, Change change) throws WorkspaceException {
        turn.lock();
        try {
            change.run();
        } finally {
            turn.unlock();
        }
    }

    /** What is done while it is one's turn. */
    @FunctionalInterface
    interface Change {

        void run() throws WorkspaceException;
    }
}
