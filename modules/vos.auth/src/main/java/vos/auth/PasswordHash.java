package vos.auth;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored instead of a password: Argon2id (RFC 9106, version 1.3) of it and of a salt, with what that cost.
 *
 * <p>Written in the PHC string format, base64 without padding:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>}. Salts of 8 to 64 bytes and tags of 16 to 64 are read.
 *
 * <p>Immutable. Computes nothing: that is {@link PasswordHasher}'s work.
 */
final class PasswordHash {

    /** Length of a new salt, in bytes. */
    static final int SALT = 16;

    /** Length of a new tag, in bytes. */
    static final int TAG = 32;

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19"
            + "\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,8})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final HashCost cost;
    private final byte[] salt;
    private final byte[] tag;

    PasswordHash(HashCost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt.clone();
        this.tag = tag.clone();
    }

    /**
     * Reads what {@link #encoded} has written.
     *
     * @throws IllegalArgumentException if it is something else, or demands too much; without repeating it
     */
    static PasswordHash parse(String encoded) {
        Matcher parts = PHC.matcher(encoded);
        if (!parts.matches()) {
            throw malformed();
        }
        HashCost cost = new HashCost(number(parts, 1), number(parts, 2), number(parts, 3));
        return new PasswordHash(cost, bytes(parts, 4), bytes(parts, 5));
    }

    /** The PHC string. */
    String encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return prefix() + base64.encodeToString(salt) + '$' + base64.encodeToString(tag);
    }

    HashCost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    int tagLength() {
        return tag.length;
    }

    /** Whether this is {@code computed}; takes as long wherever the two differ. */
    boolean hasTag(byte[] computed) {
        return MessageDigest.isEqual(tag, computed);
    }

    /** Whether it is weaker than a new one at the cost of {@code today}. */
    boolean needsRehash(HashCost today) {
        return cost.isBelow(today) || salt.length < SALT || tag.length < TAG;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash hash && encoded().equals(hash.encoded());
    }

    @Override
    public int hashCode() {
        return encoded().hashCode();
    }

    /** The cost, without salt and tag: logs are read by more people than accounts. */
    @Override
    public String toString() {
        return prefix() + "...";
    }

    private String prefix() {
        return String.format(Locale.ROOT, "$argon2id$v=19$m=%d,t=%d,p=%d$", cost.memory(), cost.passes(), cost.lanes());
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(Matcher parts, int group) {
        try {
            return Base64.getDecoder().decode(parts.group(group));
        } catch (IllegalArgumentException cutOff) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a hash is written $argon2id$v=19$m=...,t=...,p=...$salt$tag");
    }
}
