package vos.fuzz;

import java.io.IOException;

/**
 * Something that is fed any bytes whatever.
 *
 * <p>Always does the same with the same input: no clock, no randomness, no socket, no disk. One thread at a time.
 */
@FunctionalInterface
public interface Target {

    /**
     * Feeds it {@code input}, which is not changed. Whatever is thrown is a finding: what a target may throw by its
     * documentation is caught here.
     */
    void run(byte[] input) throws IOException;
}
