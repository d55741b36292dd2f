package vos.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vos.auth.AccountFile;
import vos.auth.Password;
import vos.auth.UserName;

/**
 * A program that gives users accounts, and then other passwords, until it is killed, as {@code vos users add} and
 * {@code vos users passwd} do one at a time: {@code AccountWriter FILE NAME}.
 *
 * <p>Says before each change what it is about to do, and behind it that it is done: {@code ask NAME1 PASSWORD},
 * {@code done NAME1 PASSWORD}.
 */
final class AccountWriter {
    private AccountWriter() {
    }

    /** Never returns. */
    public static void main(String... arguments) throws IOException {
        say("open");
        AccountFile accounts = AccountFile.openOrCreate(Path.of(arguments[0]));
        for (int i = 1; ; i++) {
            // Each third change is of the password of the user before.
            UserName user = new UserName(arguments[1] + (i - i / 3));
            String secret = "secret" + i;
            say("ask " + user + " " + secret);
            try (Password password = Password.of(secret.toCharArray())) {
                if (!(i % 3 == 0 ? accounts.change(user, password) : accounts.add(user, password))) {
                    throw new IllegalStateException("change " + i + " was refused");
                }
            }
            say("done " + user + " " + secret);
        }
    }

    /** In one write, so that whoever listens has the whole line or none. */
    private static void say(String line) throws IOException {
        System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
