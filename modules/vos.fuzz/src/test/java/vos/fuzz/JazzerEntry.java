package vos.fuzz;

import java.io.IOException;

/** Where the fuzzer comes in: it looks for these two methods by their names. */
public final class JazzerEntry {
    private static Target target;

    private JazzerEntry() {
    }

    /** Takes the name of the target that is fed from here on. */
    public static void fuzzerInitialize(String[] arguments) {
        target = Targets.named(arguments[0]);
    }

    /** Feeds it one input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        target.run(input);
    }
}
