package vos.fs;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vos.fs.TreeLock.Hold;
import vos.fs.WorkspaceException.Reason;

/**
 * A draft in a temporary file beside its target.
 *
 * <p>Beside, so that the two are on one file system and one rename publishes. The directory is the one that the walk
 * found at the beginning, and stays open: the content never lies anywhere else, and if another directory bears the
 * name by the time of the publication, it does not get it. The temporary keeps its lock until its name is gone: a
 * sweep never takes a draft that is being published.
 *
 * <p>For one thread.
 *
 * <p>Does not carry over the permissions of the file that it replaces.
 */
final class LocalDraft implements Draft {

    private final Root root;
    private final Location target;
    private final Publish mode;
    private final Place beginning;
    private final Temporary temporary;

    private LocalDraft(Root root, Location target, Publish mode, Place beginning) throws IOException {
        this.root = root;
        this.target = target;
        this.mode = mode;
        this.beginning = beginning;
        this.temporary = Temporary.in(beginning.requireFree(mode).directory().path());
    }

    /** Begins an empty one. */
    static LocalDraft begin(Root root, Location target, Publish mode) throws WorkspaceException {
        try (Hold _ = root.tree().still()) {
            return begin(root, target, mode, Place.at(root, target));
        }
    }

    private static LocalDraft begin(Root root, Location target, Publish mode, Place place) throws WorkspaceException {
        LocalDraft draft = null;
        try {
            draft = new LocalDraft(root, target, mode, place);
            return draft;
        } catch (NoSuchFileException nowhere) {
            throw new WorkspaceException(Reason.NOT_FOUND, target.parent(), nowhere);
        } catch (IOException e) {
            throw Failures.at(target, e);
        } finally {
            if (draft == null) {
                place.close();
            }
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
        try {
            root.forcing().content(temporary.channel());
            appear();
        } catch (IOException e) {
            throw Failures.at(target, e);
        }
        // The file has its name: if the temporary cannot be removed from here on, the next sweep will.
        try (beginning) {
            temporary.close();
            root.forceNames(beginning, target);
        } catch (IOException e) {
            throw new WorkspaceException(Reason.FAILED, target, e);
        }
    }

    private void appear() throws IOException {
        try (Hold _ = root.tree().still(); Place now = Place.at(root, target)) {
            now.requireFree(mode);
            requireBeginning(now);
            switch (mode) {
                case REPLACE -> temporary.rename(beginning.path());
                case CREATE -> create(temporary.path(), beginning.path());
            }
        }
    }

    @Override
    public void close() throws WorkspaceException {
        try (beginning) {
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
        } catch (FileAlreadyExistsException | NoSuchFileException otherwise) {
            // The name is taken, or the directory with the temporary was moved away: links there are.
            throw otherwise;
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

    private void requireBeginning(Place now) throws IOException {
        if (!now.directory().isSame(beginning.directory())) {
            throw new WorkspaceException(Reason.NOT_FOUND, target.parent(),
                    "is not the directory any more that it was when this began");
        }
    }

    private void discardAfter(WorkspaceException failure) {
        try {
            close();
        } catch (WorkspaceException second) {
            failure.addSuppressed(second);
        }
    }
}
