package vos.auth;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file that anybody may read at any time, and that is replaced whole, by one process and one thread at a time.
 *
 * <p>Two files stand beside it. {@code <file>.lock} is empty, stays for ever and is locked by whoever changes the file;
 * were it removed, two could hold two locks of one name. {@code <file>.new} is written, forced to the disk and renamed;
 * if one is there, its writer has died, as only the holder of the lock has one, and the next writes over it. So a crash
 * at any point leaves the old file or the new one.
 *
 * <p>What it makes is its owner's alone, where there are POSIX permissions, and stays the owner's if root writes it.
 * The two beside it may be no symbolic links: whoever may write to the directory would choose what root gives away.
 *
 * <p>Safe for use by many threads. Not final so that a test can let each step fail.
 */
class GuardedFile {

    /**
     * POSIX drops a process' locks on a file as soon as the process closes any channel of it: so within this process
     * one lock file is open at a time, whichever it is.
     */
    private static final ReentrantLock PROCESS = new ReentrantLock();

    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};

    private final Path path;
    private final boolean posix;

    /** The file at {@code path}; if that is a symbolic link, the file that it leads to. */
    GuardedFile(Path path) throws IOException {
        this.path = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        this.posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What changes when the file does: each replacement is another file, even of the same size and time. */
    record Stamp(FileTime modified, long size, Object key) {

        /** Of no file. */
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, null);
    }

    /** Work that needs the file to be as it has read it. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    Path path() {
        return path;
    }

    Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (NoSuchFileException gone) {
            return Stamp.NONE;
        }
    }

    byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Makes {@code change} while nobody else makes one, in this process or another. */
    <T> T exclusively(Change<T> change) throws IOException {
        PROCESS.lock();
        try (FileChannel lock = open(beside(".lock"), CREATE, WRITE)) {
            lock.lock();
            return change.make();
        } finally {
            PROCESS.unlock();
        }
    }

    /** Makes an empty file where there is none. */
    void makeIfMissing() throws IOException {
        if (Files.notExists(path)) {
            exclusively(() -> {
                if (Files.notExists(path)) {
                    replace(new byte[0]);
                }
                return path;
            });
        }
    }

    /** Puts {@code content} in the place of the file, or makes it; within {@link #exclusively}. */
    void replace(byte[] content) throws IOException {
        Path fresh = beside(".new");
        Files.deleteIfExists(fresh);
        try {
            write(fresh, content);
            rename(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
        forceDirectory();
    }

    /** Writes {@code fresh}; it is on the disk when this returns. */
    void write(Path fresh, byte[] content) throws IOException {
        try (FileChannel channel = open(fresh, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Gives {@code fresh} the file's name. */
    void rename(Path fresh) throws IOException {
        Files.move(fresh, path, ATOMIC_MOVE);
    }

    private FileChannel open(Path beside, OpenOption... options) throws IOException {
        if (Files.isSymbolicLink(beside)) {
            throw new FileSystemException(beside.toString(), null, "is a symbolic link, which is not followed");
        }
        Set<OpenOption> unfollowed = new HashSet<>(List.of(options));
        unfollowed.add(NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(beside, unfollowed, posix ? OWNER_ONLY : new FileAttribute<?>[0]);
        try {
            keepOwner(beside);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Else what root changes, the server, who is not root, could no longer read. */
    private void keepOwner(Path beside) throws IOException {
        if (posix && Files.exists(path)) {
            UserPrincipal owner = Files.getOwner(path);
            FileOwnerAttributeView view =
                    Files.getFileAttributeView(beside, FileOwnerAttributeView.class, NOFOLLOW_LINKS);
            if (!owner.equals(view.getOwner())) {
                view.setOwner(owner);
            }
        }
    }

    /** Makes the rename outlive a power cut, where a directory can be opened; elsewhere the file system sees to it. */
    private void forceDirectory() {
        try (FileChannel directory = FileChannel.open(path.getParent(), READ)) {
            directory.force(true);
        } catch (IOException notHere) {
            // The file has been replaced, whatever a power cut may undo.
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
