package vos.auth;

import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * Makes and checks hashes, a few at once: each takes 19 MiB and a processor, and a thousand logins in the same moment
 * shall take neither a thousand times. The others wait, in the order in which they came.
 *
 * <p>Safe for use by many threads.
 */
final class PasswordHasher {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HashCost cost;
    private final Argon2id argon2id;
    private final Semaphore permits;
    private final PasswordHash decoy;

    /**
     * @param cost of new hashes
     * @param atOnce how many computations may run at the same time, at least 1
     */
    PasswordHasher(HashCost cost, int atOnce, Argon2id argon2id) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("computations at once: at least 1, not " + atOnce);
        }
        this.cost = cost;
        this.argon2id = argon2id;
        this.permits = new Semaphore(atOnce, true);
        this.decoy = new PasswordHash(cost, random(PasswordHash.SALT), random(PasswordHash.TAG));
    }

    /** A new hash of {@code password}, with a salt of its own. */
    PasswordHash hash(Password password) throws InterruptedIOException {
        byte[] salt = random(PasswordHash.SALT);
        return new PasswordHash(cost, salt, tag(password, salt, cost, PasswordHash.TAG));
    }

    /** Whether {@code hash} is one of {@code password}. */
    boolean matches(PasswordHash hash, Password password) throws InterruptedIOException {
        return hash.hasTag(tag(password, hash.salt(), hash.cost(), hash.tagLength()));
    }

    /** Whether {@code hash} should be made anew at the next occasion. */
    boolean needsRehash(PasswordHash hash) {
        return hash.needsRehash(cost);
    }

    /** The hash of no known password, to check where there is no user: that must take the same time. */
    PasswordHash decoy() {
        return decoy;
    }

    private byte[] tag(Password password, byte[] salt, HashCost cost, int length) throws InterruptedIOException {
        acquire();
        try {
            byte[] bytes = password.bytes();
            try {
                return argon2id.tag(bytes, salt, cost, length);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } finally {
            permits.release();
        }
    }

    private void acquire() throws InterruptedIOException {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to check a password");
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
