package vos.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import vos.protocol.Text;

/** Standard input, as a script gives it. */
final class StandardInput {
    private StandardInput() {
    }

    /** What {@code command} comes to when it can read this text, and no more. */
    static <T> T of(String text, Supplier<T> command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Text.encode(text)));
        try {
            return command.get();
        } finally {
            System.setIn(before);
        }
    }
}
