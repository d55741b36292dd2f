package vos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.Set;
import vos.fs.Workspace;
import vos.protocol.Text;
import vos.shell.Shell;

/**
 * {@link Shell}: any lines, one after the other, in a small workspace. Each ends with one of the five exit statuses, or
 * when nobody hears it any more; what it says is text; and it reaches nothing outside.
 */
final class ShellTarget implements Target {
    private static final int MOST_LINES = 6;
    private static final Set<Integer> STATUSES =
            Set.of(Shell.OK, Shell.FAILED, Shell.MISUSED, Shell.TOO_MANY_NAMES, Shell.UNKNOWN_COMMAND);

    @Override
    public void run(byte[] input) throws IOException {
        var lines = new Input(input);
        var house = new House();
        var shell = new Shell(new Workspace(house.anns()));
        var sink = new Sink();
        for (int i = 0; i < MOST_LINES && !lines.isEmpty(); i++) {
            run(shell, lines.line(), sink);
        }
        byte[] said = sink.said.toByteArray();
        Check.that(Text.decode(said).isPresent(), "what a shell says is not UTF-8: %s", Forms.latin(said));
        house.check(input, said);
    }

    private static void run(Shell shell, String line, Sink sink) throws IOException {
        try {
            int status = shell.run(line, sink);
            Check.that(STATUSES.contains(status), "exit status %d", status);
        } catch (ClosedChannelException e) {
            Check.that(!sink.isOpen(), "a command ended as if nobody heard it");
        }
    }

    /** Hears so much, and no more. */
    private static final class Sink implements WritableByteChannel {
        private static final int MOST = 256 * 1024;

        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            said.writeBytes(bytes);
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return said.size() < MOST;
        }

        @Override
        public void close() {
            throw new AssertionError("the sink is not the shell's to close");
        }
    }
}
