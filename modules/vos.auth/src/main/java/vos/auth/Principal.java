package vos.auth;

import java.util.Objects;

/**
 * A user who has proved to be one; only {@link Accounts} make it.
 *
 * @param name also the name of the directory that is theirs
 */
public record Principal(UserName name) {

    /** Refuses {@code null}. */
    public Principal {
        Objects.requireNonNull(name, "name");
    }
}
