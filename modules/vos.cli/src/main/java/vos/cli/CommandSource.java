package vos.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Where the commands of a client come from. */
interface CommandSource extends Closeable {

    /** The next line, or nothing when there are no more. */
    Optional<String> next() throws IOException;

    /** Whether somebody is typing, so that a mistake is no reason to stop. */
    default boolean interactive() {
        return false;
    }

    @Override
    default void close() throws IOException {
    }

    /** The lines of a text. */
    static CommandSource of(String text) {
        Iterator<String> lines = List.of(text.split("\\R")).iterator();
        return () -> lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }

    /** The lines of standard input, each as it comes. */
    static CommandSource standardInput() {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return () -> Optional.ofNullable(lines.readLine());
    }
}
