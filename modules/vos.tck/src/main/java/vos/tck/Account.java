package vos.tck;

import java.util.List;

/**
 * A user that the server under test knows.
 *
 * @param name the name, of ASCII letters and digits
 * @param password the password, of printable ASCII
 */
public record Account(String name, String password) {

    /** The users that the kit makes known to the servers that it starts, and tries with any other. */
    public static final List<Account> USUAL =
            List.of(new Account("user1", "password123"), new Account("user2", "secret456"));
}
