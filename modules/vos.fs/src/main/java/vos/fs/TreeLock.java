package vos.fs;

import java.io.Closeable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Keeps directories where they are while somebody walks to a name and does there what they came for. Without it, a
 * directory that was entered could be moved before the next step is taken from it, and something would happen under a
 * name that this directory had a moment ago.
 *
 * <p>Many hold the tree still at the same time; whoever moves a directory has it alone. Nobody waits for a peer, nor
 * for the disk to have written something, while they hold it. It binds those who share it: not other processes.
 *
 * <p>Safe for use by many threads. No thread may hold it twice.
 */
final class TreeLock {

    /** Of the kinds of lock, this one keeps nothing for each thread: with a thread a connection, that would be much. */
    private final StampedLock lock = new StampedLock();
    private final ReadWriteLock holds = lock.asReadWriteLock();

    /** While the caller holds this, no directory is moved. */
    Hold still() {
        return new Hold(holds.readLock());
    }

    /** While the caller holds this, nobody else does anything by name. */
    Hold alone() {
        return new Hold(holds.writeLock());
    }

    /**
     * For those who may have to wait for somebody, and so must hold nothing: a moment at which no directory is being
     * moved. Afterwards {@link #wasStillSince} tells whether one has been.
     */
    long moment() {
        long moment = lock.tryOptimisticRead();
        while (moment == 0) {
            still().close();
            moment = lock.tryOptimisticRead();
        }
        return moment;
    }

    /** Whether no directory has been moved since that moment. */
    boolean wasStillSince(long moment) {
        return lock.validate(moment);
    }

    /** For one thread. */
    static final class Hold implements Closeable {
        private final Lock lock;
        private boolean held = true;

        private Hold(Lock lock) {
            this.lock = lock;
            lock.lock();
        }

        /** Lets go, before the end of what else is to be closed; again, does nothing. */
        void release() {
            if (held) {
                held = false;
                lock.unlock();
            }
        }

        @Override
        public void close() {
            release();
        }
    }
}
