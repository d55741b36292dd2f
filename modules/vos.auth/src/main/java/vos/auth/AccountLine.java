package vos.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/** A line of an account file. Immutable but for the password in {@link Clear}, which is wiped after use. */
sealed interface AccountLine {

    /** A blank line, or one that begins with {@code #}: kept byte for byte, in whatever encoding it is. */
    record Remark(byte[] text) implements AccountLine {
    }

    /** {@code user:hash}. */
    record Account(UserName user, PasswordHash hash) implements AccountLine {
    }

    /** {@code user:password}, as it was published: read, and never written. */
    record Clear(UserName user, Password password) implements AccountLine {
    }

    /** How a hash begins, of whatever kind: the PHC string format, and crypt's before it. */
    Pattern HASH = Pattern.compile("\\$[a-z0-9-]{1,32}\\$.*", Pattern.DOTALL);

    /**
     * Reads a line, without its end. Blanks around it say nothing, as the published program strips them too; a carriage
     * return is one of them. The first colon parts user and password: later ones are the password's.
     *
     * @throws IllegalArgumentException if it is none; in a sentence that repeats nothing
     */
    static AccountLine parse(byte[] line) {
        int from = 0;
        int to = line.length;
        while (from < to && isBlank(line[from])) {
            from++;
        }
        while (from < to && isBlank(line[to - 1])) {
            to--;
        }
        if (from == to || line[from] == '#') {
            return new Remark(line.clone());
        }
        int colon = from;
        while (colon < to && line[colon] != ':') {
            colon++;
        }
        if (colon == to) {
            throw new IllegalArgumentException("there is no colon between user and password");
        }
        UserName user = new UserName(new String(line, from, colon - from, UTF_8));
        return account(user, Arrays.copyOfRange(line, colon + 1, to));
    }

    /** The line as it is written, without its end. */
    default byte[] bytes() {
        return switch (this) {
            case Remark(byte[] text) -> text;
            case Account(UserName user, PasswordHash hash) -> (user + ":" + hash.encoded()).getBytes(UTF_8);
            case Clear(UserName user, Password _) ->
                throw new IllegalStateException("the password of " + user + " has not been hashed");
        };
    }

    /**
     * A password that looks like a hash is refused: whoever has seen another program's hash would otherwise log in
     * with it.
     */
    private static AccountLine account(UserName user, byte[] secret) {
        try {
            return looksHashed(secret)
                    ? new Account(user, PasswordHash.parse(new String(secret, UTF_8)))
                    : new Clear(user, Password.ofUtf8(secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Looks at the first character alone, if that will do: a String cannot be wiped. */
    private static boolean looksHashed(byte[] secret) {
        return secret.length > 0 && secret[0] == '$' && HASH.matcher(new String(secret, ISO_8859_1)).matches();
    }

    private static boolean isBlank(byte character) {
        return character >= 0 && character <= ' ';
    }
}
