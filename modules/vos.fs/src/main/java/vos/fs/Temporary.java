package vos.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A file of ours under a name that no client can say, {@code .vos-} and 16 random hexadecimal digits and
 * {@code .part}; closing it removes it, if it still bears that name.
 *
 * <p>As long as it is open it is marked as alive, so that {@link #removeIfDead} can tell it from what a dead process
 * left:
 * <ul>
 *   <li>to other processes by an exclusive lock, which the system takes back when the process dies, however it dies;
 *   <li>within this process by {@link #LIVE}. The lock alone would not do: POSIX drops a process' locks on a file as
 *       soon as that process closes <em>any</em> channel of it, so that to look at the lock of a neighbour would
 *       break it.
 * </ul>
 *
 * <p>A file exists for a moment before it is locked, and another process may sweep just then. It removes only what it
 * has locked itself, and holds its lock until the name is gone. So either our lock comes first, and the file is left
 * alone; or it fails, or it succeeds on a file that has lost its name: both are looked for, and another name is
 * tried. Names are never used twice, so a name that is there is ours. Within this process the mark in LIVE comes
 * before the file.
 *
 * <p>Where the file system has no locks, files are written without one, and nothing that was left there can be told
 * from what is alive: then nothing is removed, and an operator has to. Where locks do not reach the other hosts that
 * share it, one of them may sweep what lives here; its publication then fails, and the old file stays.
 *
 * <p>For one thread; removeIfDead, for any.
 */
final class Temporary implements Closeable {

    private static final Pattern NAME = Pattern.compile("\\.vos-[0-9a-f]{16}\\.part");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Names of those that are open in this process: random, so one set does for all volumes and all ways to name a
     * root.
     */
    private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private boolean named = true;
    private boolean closed;

    private Temporary(Path path) throws IOException {
        this.path = path;
        LIVE.add(name(path));
        try {
            this.channel = FileChannel.open(path, CREATE_NEW, WRITE, NOFOLLOW_LINKS);
        } catch (IOException e) {
            LIVE.remove(name(path));
            throw e;
        }
    }

    /** Creates one, empty, in {@code directory}: on the file system of whatever it is to become. */
    static Temporary in(Path directory) throws IOException {
        while (true) {
            String name = Names.RESERVED_PREFIX + HexFormat.of().toHexDigits(RANDOM.nextLong()) + ".part";
            Temporary temporary = new Temporary(directory.resolve(name));
            if (temporary.lock() && Files.exists(temporary.path, NOFOLLOW_LINKS)) {
                return temporary;
            }
            temporary.close();
        }
    }

    /**
     * Removes the file at {@code path} if it has such a name and nobody is writing it.
     *
     * @return whether it was removed
     * @throws IOException if that cannot be told, or the file not removed
     */
    static boolean removeIfDead(Path path) throws IOException {
        if (!NAME.matcher(name(path)).matches() || LIVE.contains(name(path))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, WRITE, NOFOLLOW_LINKS)) {
            return channel.tryLock() != null && Files.deleteIfExists(path);
        } catch (OverlappingFileLockException alive) {
            // Held within this process by another copy of this class, whose LIVE is not ours.
            return false;
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Gives it the name {@code target} instead of its own, and so to whoever uses that; replaces what has it. */
    void rename(Path target) throws IOException {
        Files.move(path, target, ATOMIC_MOVE);
        named = false;
    }

    /**
     * Removes the name before the lock goes: a file that is not locked is anybody's to sweep. Again: does nothing.
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            if (named) {
                Files.deleteIfExists(path);
            }
        } finally {
            LIVE.remove(name(path));
        }
    }

    private boolean lock() {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
