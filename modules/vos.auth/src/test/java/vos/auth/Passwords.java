package vos.auth;

import java.io.IOException;
import java.util.Optional;

/** Logins with passwords written as text, which a test may do. */
final class Passwords {

    private Passwords() {
    }

    static Password password(String text) {
        return Password.of(text.toCharArray());
    }

    /** The name of who has logged in; empty if it was refused. */
    static Optional<String> login(Accounts accounts, String user, String password) throws IOException {
        try (Password typed = password(password)) {
            return accounts.authenticate(user, typed).map(principal -> principal.name().value());
        }
    }
}
