package vos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vos.auth.Password;

/**
 * Where a password comes from: a hidden prompt, or the first line of a file or of standard input. Never an argument,
 * which every user of the computer can see, and which the shell writes down.
 *
 * <p>A command that needs one has the mixin {@link PasswordOption}, and asks its source before it changes anything, as
 * Ctrl-C at the prompt ends the program:
 *
 * <pre>{@code
 *     try (Password password = passwords.source().known(user)) {
 *         ...
 *     }
 * }</pre>
 *
 * <p>Of what is read, everything is overwritten that this program holds; not what the JDK's streams have buffered.
 */
@FunctionalInterface
interface PasswordSource {

    /**
     * The password that {@code user} has, to be closed by the caller. Asked for once, if somebody types it.
     *
     * @throws IOException if there is none, or it can be nobody's; in a sentence that does not repeat it
     */
    Password known(String user) throws IOException;

    /** As {@link #known}, but for a password that {@code user} shall have from now on: it is typed twice. */
    default Password chosen(String user) throws IOException {
        return known(user);
    }

    /** Whether somebody types it, and may have made a mistake. */
    default boolean asksPeople() {
        return false;
    }

    /** The first line of {@code file}, which may be a pipe. */
    static PasswordSource file(Path file) {
        return user -> {
            if (Files.isDirectory(file)) {
                throw new IOException(file + " is a directory, not a file with a password in its first line");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return firstLine(in, file.toString());
            }
        };
    }

    /** The first line of standard input; what follows it stays there to be read. */
    static PasswordSource standardInput(boolean typed) {
        return user -> {
            if (typed) {
                throw new UsageException("standard input is a terminal, which would show the password: to be asked for"
                        + " it, redirect neither input nor output, and leave --password-file - away");
            }
            return firstLine(System.in, "standard input");
        };
    }

    /** Without its end, LF or CR LF. A file that ends without one has a line too. */
    private static Password firstLine(InputStream in, String name) throws IOException {
        // One more than the longest password and a CR: what fills it is too long, whatever may follow.
        byte[] line = new byte[Password.LONGEST + 2];
        byte[] password = {};
        try {
            int length = 0;
            int next = in.read();
            if (next < 0) {
                throw new IOException(name + " is empty; its first line is to be the password");
            }
            while (next >= 0 && next != '\n' && length < line.length) {
                line[length] = (byte) next;
                length++;
                next = in.read();
            }
            boolean crLf = length > 0 && line[length - 1] == '\r';
            password = Arrays.copyOf(line, crLf ? length - 1 : length);
            return Password.ofUtf8(password);
        } catch (IllegalArgumentException flaw) {
            throw new IOException("the first line of " + name + " is no password: " + flaw.getMessage());
        } finally {
            Arrays.fill(line, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }
}
