package vos.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vos.auth.Accounts;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.protocol.Dialect;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.Text;

/** Who logs in where a dialect has a login: the one user of every server of a test. */
public final class TestUser {
    /** The user's name, and the name of the directory that is theirs. */
    public static final String NAME = "user1";
    /** The user's password. */
    public static final String PASSWORD = "password123";

    private static final Accounts ACCOUNTS = (user, password) -> Optional.of(new UserName(NAME))
            .filter(name -> name.value().equals(user))
            .filter(_ -> Arrays.equals(password.bytes(), PASSWORD.getBytes(StandardCharsets.UTF_8)))
            .map(Principal::new);

    private TestUser() {
    }

    /** The accounts that a server of this dialect needs, if it needs any. */
    public static Optional<Accounts> accounts(Dialect dialect) {
        return dialect.needsLogin() ? Optional.of(ACCOUNTS) : Optional.empty();
    }

    /** The request that lets the user in. */
    public static Request login() {
        return new Request.Login(NAME, Secret.of(Text.encode(PASSWORD)));
    }
}
