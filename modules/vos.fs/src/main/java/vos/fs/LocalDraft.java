package vos.fs;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A draft in a temporary file beside its target.
 *
 * <p>Beside, so that the two are on one file system and one rename publishes. The temporary keeps its lock until its
 * name is gone: a sweep never takes a draft that is being published.
 *
 * <p>For one thread.
 *
 * <p>Does not carry over the permissions of the file that it replaces, and does not force bytes to the disk.
 */
final class LocalDraft implements Draft {

    private final Path root;
    private final Location target;
    private final Publish mode;
    private final Temporary temporary;

    /** Begins an empty one. */
    LocalDraft(Path root, Location target, Publish mode) throws WorkspaceException {
        this.root = root;
        this.target = target;
        this.mode = mode;
        Path beside = requireFree().getParent();
        try {
            this.temporary = Temporary.in(beside);
        } catch (IOException e) {
            throw Failures.at(target, e);
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        try {
            return temporary.channel().write(source);
        } catch (IOException e) {
            WorkspaceException failure = Failures.at(target, e);
            discardAfter(failure);
            throw failure;
        }
    }

    @Override
    public void publish() throws WorkspaceException {
        if (!isOpen()) {
            throw new IllegalStateException("the draft of " + target + " is closed");
        }
        Path path = requireFree();
        try {
            switch (mode) {
                case REPLACE -> Files.move(temporary.path(), path, ATOMIC_MOVE);
                case CREATE -> create(temporary.path(), path);
            }
        } catch (IOException e) {
            throw Failures.at(target, e);
        }
        // The file has its name: what fails from here on leaves at most a temporary, for the next sweep.
        close();
    }

    @Override
    public void close() throws WorkspaceException {
        try {
            temporary.close();
        } catch (IOException e) {
            throw Failures.at(target, e);
        }
    }

    @Override
    public boolean isOpen() {
        return temporary.channel().isOpen();
    }

    /**
     * Gives {@code temporary} a second name, which fails if that is taken. The first goes when the temporary is
     * closed; if the process dies in between, with the next sweep.
     */
    private static void create(Path temporary, Path path) throws IOException {
        try {
            Files.createLink(path, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            createWithoutLinks(temporary, path);
        }
    }

    /**
     * The best that a file system without hard links allows: takes the name with an empty file, which is exclusive
     * everywhere, and moves the content over it. So of many still one wins; but for a moment a reader may find the
     * empty file, a crash at that moment leaves it, and a replacement published at that moment is lost.
     */
    static void createWithoutLinks(Path temporary, Path path) throws IOException {
        Files.createFile(path);
        Files.move(temporary, path, ATOMIC_MOVE);
    }

    private Path requireFree() throws WorkspaceException {
        Place place = Place.at(root, target);
        return switch (mode) {
            case REPLACE -> place.requireReplaceable().path();
            case CREATE -> place.requireAbsent().path();
        };
    }

    private void discardAfter(WorkspaceException failure) {
        try {
            close();
        } catch (WorkspaceException second) {
            failure.addSuppressed(second);
        }
    }
}
