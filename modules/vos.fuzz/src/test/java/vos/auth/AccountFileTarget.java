package vos.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vos.fuzz.Check;
import vos.fuzz.Target;

/**
 * The file of accounts, {@link AccountTable} with its lines and hashes: any content is refused, in one line that holds
 * nobody's password, or is a table. With its passwords hashed it has the same users, and what is written of it is read
 * again as the same.
 */
public final class AccountFileTarget implements Target {
    private static final Path FILE = Path.of("accounts");
    /** What no sentence of ours holds: a password with one of these can be told from it. */
    private static final String ONLY_IN_PASSWORDS = "!@#%^*~<>";

    /** In earnest a hash takes milliseconds; here it depends on the password, and that is all. */
    private final PasswordHasher hasher = new PasswordHasher(new HashCost(8, 1, 1), 1,
            (password, salt, cost, length) -> Arrays.copyOf(password, length));

    @Override
    public void run(byte[] input) throws IOException {
        try {
            check(AccountTable.parse(FILE, input.clone()));
        } catch (AccountFileException e) {
            Check.oneLine(e.getMessage(), "a refusal");
            checkSilent(e.getMessage(), new String(input, ISO_8859_1));
        }
    }

    private void check(AccountTable table) throws IOException {
        List<UserName> users = table.users();
        Check.same(users.size(), users.stream().distinct().toList().size(), "the number of different users");
        Check.same(table.isHashed(), table.clearUsers().isEmpty(), "whether nobody's password is in clear");
        AccountTable hashed = table.hashed(hasher);
        Check.that(hashed.isHashed(), "a password is still in clear");
        Check.same(users, hashed.users(), "the users with a hash");
        byte[] written = hashed.bytes();
        AccountTable again = AccountTable.parse(FILE, written.clone());
        Check.same(users, again.users(), "the users that were written");
        Check.that(Arrays.equals(written, again.bytes()), "what was written is written otherwise");
        for (UserName user : users) {
            Check.same(hashed.find(user), again.find(user), "the hash of " + user);
            Check.that(again.find(user).isPresent(), "%s has no hash", user);
        }
        table.wipe();
    }

    private static void checkSilent(String message, String content) {
        for (String line : content.split("\n")) {
            String password = line.substring(line.indexOf(':') + 1).strip();
            boolean telling = password.length() > 1
                    && password.chars().anyMatch(c -> ONLY_IN_PASSWORDS.indexOf(c) >= 0);
            Check.that(!telling || !message.contains(password), "a password was told: %s", message);
        }
    }
}
