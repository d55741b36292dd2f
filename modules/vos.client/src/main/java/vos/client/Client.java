package vos.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Dialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.RetryOnNewConnection;

/**
 * A client of one server, in any dialect.
 *
 * <p>Transfers move files whole or not at all: a download appears under its local name when it is complete and
 * checked, and replaces what was there. One thread at a time; {@link #close} may come from any.
 */
public final class Client implements Closeable {
    /**
     * Of connections whose delimiter occurs in a content: with random ones, two in a row will not be met in a
     * lifetime.
     */
    private static final int ATTEMPTS = 3;

    private final ClientEnd end;
    private final String greeting;

    private Client(ClientEnd end, String greeting) {
        this.end = end;
        this.greeting = greeting;
    }

    /**
     * Connects and agrees on the form of the protocol.
     *
     * @throws UnreachableException when there is no connection
     */
    public static Client connect(Dialect dialect, String host, int port, ClientOptions options) throws IOException {
        ClientEnd end = dialect.clientEnd(new SocketConnector(host, port, options));
        try {
            return new Client(end, end.open());
        } catch (IOException e) {
            end.close();
            throw e;
        }
    }

    /** What the server said first, without a line end; empty when it said nothing. */
    public String greeting() {
        return greeting;
    }

    /** Whether the server speaks the strict form. */
    public boolean strict() {
        return end.strict();
    }

    /**
     * Makes a request that moves no file.
     *
     * @throws RefusedException when the server did not do it
     */
    public Reply perform(Request request) throws IOException {
        Reply reply = end.perform(request);
        if (reply instanceof Reply.Failed failed) {
            throw new RefusedException(failed);
        }
        return reply;
    }

    /** The server's name for a local file, when no other is given: the last part of its path. */
    public static String remoteName(Path local) throws LocalFileException {
        return LocalNames.forLocal(local);
    }

    /**
     * The local name for a file of the server's, when no other is given: the last part of its path, in the current
     * directory and nowhere else, whatever the server or its user made of the rest.
     */
    public static Path localName(String remote) throws LocalFileException {
        return LocalNames.forRemote(remote);
    }

    /**
     * Sends a local file.
     *
     * @param mayReplace whether a file that has the name already is replaced, where the dialect leaves the choice
     * @return the number of bytes sent
     * @throws LocalFileException when it cannot be read; nothing has been sent then
     * @throws RefusedException when the server did not store it
     */
    public long upload(Path local, String remote, boolean mayReplace, Progress progress) throws IOException {
        if (Files.isDirectory(local)) {
            throw new LocalFileException("cannot read " + local + ": it is a directory");
        }
        return again(() -> {
            try (FileChannel file = FileChannel.open(local, StandardOpenOption.READ)) {
                long size = file.size();
                Body body = Body.of(file, size).observedBy(moved -> progress.moved(moved, size));
                perform(new Request.Upload(remote, body, mayReplace));
                return size;
            } catch (FileSystemException e) {
                throw new LocalFileException("read", local, e);
            }
        });
    }

    /**
     * Fetches a file.
     *
     * @return the number of bytes received
     * @throws RefusedException when the server did not send it; there is no local file then, or still the old one
     * @throws LocalFileException when it cannot be written
     */
    public long download(String remote, Path local, Progress progress) throws IOException {
        return again(() -> {
            try (LocalDraft draft = new LocalDraft(local); Body body = content(remote)) {
                long total = body.length().orElse(-1);
                body.observedBy(moved -> progress.moved(moved, total)).copyTo(draft);
                draft.publish();
                return body.moved();
            }
        });
    }

    private Body content(String remote) throws IOException {
        if (perform(new Request.Download(remote)) instanceof Reply.Content(Body body)) {
            return body;
        }
        throw new IllegalStateException("a download was answered without a content");
    }

    private interface Transfer {
        long run() throws IOException;
    }

    private static long again(Transfer transfer) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return transfer.run();
            } catch (RetryOnNewConnection e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
