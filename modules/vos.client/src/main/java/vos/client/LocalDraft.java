package vos.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A download on its way to its local name: written beside it, and renamed when it is complete. Whatever ends before
 * that, the old file stays and nothing half-done is left, also when the process is interrupted.
 */
final class LocalDraft implements WritableByteChannel, Closeable {
    private final Path target;
    private final Path draft;
    private final FileChannel channel;
    private final Thread onExit;

    LocalDraft(Path target) throws LocalFileException {
        if (Files.isDirectory(target)) {
            throw new LocalFileException("cannot write " + target + ": it is a directory");
        }
        this.target = target;
        this.draft = target.resolveSibling("." + UUID.randomUUID() + ".part");
        this.onExit = new Thread(this::delete);
        try {
            this.channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new LocalFileException("write", target, e);
        }
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            return channel.write(bytes);
        } catch (IOException e) {
            throw new LocalFileException("write", target, e);
        }
    }

    /** Gives the content its name, in place of what had it before. */
    void publish() throws LocalFileException {
        try {
            channel.close();
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFileException("write", target, e);
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        delete();
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The process is being shut down, and the hook is running or has run: nothing is left to forget.
            assert !Files.exists(draft);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            System.getLogger("vos.client").log(System.Logger.Level.WARNING, "cannot remove " + draft, e);
        }
    }
}
