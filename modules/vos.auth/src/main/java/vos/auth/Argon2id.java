package vos.auth;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The computation behind a hash; {@link #BOUNCY_CASTLE} in earnest. */
@FunctionalInterface
interface Argon2id {

    /** Bouncy Castle's. Takes the memory that the cost says, from the heap, on the caller's thread. */
    Argon2id BOUNCY_CASTLE = (password, salt, cost, length) -> {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    };

    /** The tag of {@code length} bytes for {@code password} and {@code salt}. Keeps neither. */
    byte[] tag(byte[] password, byte[] salt, HashCost cost, int length);
}
