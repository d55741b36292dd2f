package vos.bench;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the benchmark prints to. */
final class Terminal {
    static final PrintStream OUT = stream(FileDescriptor.out);
    static final PrintStream ERR = stream(FileDescriptor.err);

    private Terminal() {
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Whether somebody looks at it. */
    static boolean present() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
