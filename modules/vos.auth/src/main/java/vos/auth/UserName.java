package vos.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user's name, which is also a safe name for that user's directory, on every host.
 *
 * <p>1 to 64 characters: the letters and digits of ASCII, {@code .}, {@code _} and {@code -}; neither {@code .} nor
 * {@code -} at the beginning, no {@code .} at the end, and not a name that is a device to Windows, as {@code nul} or
 * {@code com1.old}.
 *
 * <p>Capitals are made small: {@code Ann} is {@code ann}, whoever writes it. So two users never share a directory on a
 * file system that sees no difference, and nobody is told from a namesake by a capital.
 *
 * @param value in small letters
 */
public record UserName(String value) {

    /** Longest name, in characters. */
    public static final int LONGEST = 64;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._-]*");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * The name that is written {@code value}.
     *
     * @throws IllegalArgumentException if there can be no such name; in a sentence, which does not repeat it
     */
    public UserName {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("a user's name " + flaw);
        });
        value = value.toLowerCase(Locale.ROOT);
    }

    /** The name that is written {@code typed}, by a stranger; empty if there can be no such name. */
    public static Optional<UserName> parse(String typed) {
        return flaw(typed).isPresent() ? Optional.empty() : Optional.of(new UserName(typed));
    }

    /** The name itself. */
    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> flaw(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("has 1 to " + LONGEST + " characters");
        }
        if (!CHARACTERS.matcher(name).matches()) {
            return Optional.of("is made of the letters a to z, digits, \".\", \"_\" and \"-\"");
        }
        if (name.startsWith(".") || name.startsWith("-") || name.endsWith(".")) {
            return Optional.of("begins with neither \".\" nor \"-\", and does not end with \".\"");
        }
        if (DEVICE.matcher(name).matches()) {
            return Optional.of("is none of Windows' devices (con, prn, aux, nul, com0 to com9, lpt0 to lpt9)");
        }
        return Optional.empty();
    }
}
