package vos.bench;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Who looks at what is printed. The command itself prints where picocli tells it. */
final class Terminal {
    private Terminal() {
    }

    /** Standard output, for a server that says where it listens. */
    static PrintStream output() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Whether a person looks at it. */
    static boolean present() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
