package vos.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import vos.fs.LocalVolume;
import vos.fs.Volume;
import vos.fs.Workspace;

/** A session at a shell: lines go in, and what it says is held against what it should. */
final class Console {

    private final Shell shell;

    Console(Volume volume) {
        this.shell = new Shell(new Workspace(volume));
    }

    /** One in the directory {@code root} of the host. */
    static Console in(Path root) throws IOException {
        return new Console(LocalVolume.open(root));
    }

    Answer run(String line) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            int status = shell.run(line, Channels.newChannel(output));
            return new Answer(line, status, output.toString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a line. */
    record Answer(String line, int status, String output) {

        /** It did all it should, and said these lines. */
        void prints(String... lines) {
            ends(Shell.OK, lines);
        }

        /** Something went wrong, and it said these lines. */
        void failsWith(String... lines) {
            ends(Shell.FAILED, lines);
        }

        /** It was not run, and this is what it said. */
        void isRefusedWith(String... lines) {
            ends(Shell.MISUSED, lines);
        }

        void ends(int expectedStatus, String... lines) {
            says(expectedStatus, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
        }

        /** To the letter. */
        void says(int expectedStatus, String expected) {
            assertEquals(line + "\n" + expected + "=> " + expectedStatus, line + "\n" + output + "=> " + status);
        }
    }
}
