package vos.fs;

import java.time.Instant;
import java.util.Objects;

/**
 * What a volume knows of one place without opening it.
 *
 * @param kind what stands there
 * @param size length in bytes; for anything but a file, whatever the volume reports
 * @param modified when the content last changed, in the volume's own resolution
 */
public record Status(Kind kind, long size, Instant modified) {

    /** Refuses {@code null}, and a size below zero. */
    public Status {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(modified, "modified");
        if (size < 0) {
            throw new IllegalArgumentException("size is " + size);
        }
    }
}
