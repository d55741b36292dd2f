package vos.fs;

import java.util.Objects;

/**
 * One line of a directory's listing.
 *
 * @param name the name within the directory, fit for {@link Location#child}
 * @param kind {@link Kind#FILE} or {@link Kind#DIRECTORY}: nothing else is listed
 */
public record Entry(String name, Kind kind) {

    /** Refuses {@code null}. */
    public Entry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }
}
