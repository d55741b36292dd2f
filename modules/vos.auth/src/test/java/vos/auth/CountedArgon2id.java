package vos.auth;

import java.util.concurrent.atomic.AtomicInteger;

/** The real computation, counted; and {@link #CHEAP}, so that a suite of many takes no time. */
final class CountedArgon2id implements Argon2id {

    /** The least that Argon2 can cost. */
    static final HashCost CHEAP = new HashCost(8, 1, 1);

    private final AtomicInteger computations = new AtomicInteger();

    @Override
    public byte[] tag(byte[] password, byte[] salt, HashCost cost, int length) {
        computations.incrementAndGet();
        return BOUNCY_CASTLE.tag(password, salt, cost, length);
    }

    /** A hasher of cheap hashes, which computes by this. */
    PasswordHasher hasher() {
        return new PasswordHasher(CHEAP, 4, this);
    }

    /** How many there have been since this was asked last. */
    int takeCount() {
        return computations.getAndSet(0);
    }
}
