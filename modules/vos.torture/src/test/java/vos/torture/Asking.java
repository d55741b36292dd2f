package vos.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import vos.client.Client;
import vos.protocol.Body;
import vos.protocol.Dialect;
import vos.protocol.Reply;
import vos.protocol.Request;

/** The shortest and the longest question that each lab has a command for, and what takes its answer. */
final class Asking {
    private Asking() {
    }

    /** Little work for the server and few bytes back; where all that a lab can do is to send a file, a small file. */
    static Request little(Dialect dialect, String smallFile) {
        return switch (dialect.id()) {
            case "cloud-fs" -> new Request.CommandLine("pwd", new Nowhere());
            case "mini-ftp" -> new Request.Size(smallFile);
            case "virtuos" -> new Request.WhereAmI();
            default -> new Request.Download(smallFile);
        };
    }

    /** A listing of the current directory, where the lab has one. */
    static Request listing(Dialect dialect) {
        return dialect.vocabulary().passesOn() ? new Request.CommandLine("ls", new Nowhere())
                : new Request.ListDirectory("");
    }

    /** Asks, and takes the answer to its end. */
    static void ask(Client client, Request request) throws IOException {
        if (client.perform(request) instanceof Reply.Content(Body content)) {
            try (content) {
                content.copyTo(new Nowhere());
            }
        }
    }

    /** Where everything fits. */
    private static final class Nowhere implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            bytes.position(bytes.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
