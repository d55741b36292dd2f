package vos.tck.cloudfs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import vos.tck.Trial;

/**
 * The directory that the server serves, as its disk has it: for tests that need the root. What they put beside the root
 * is removed when this is closed.
 */
final class CloudFsDisk implements AutoCloseable {

    private final Trial trial;
    private final Path root;
    private Path outside;

    CloudFsDisk(Trial trial) {
        this.trial = trial;
        this.root = trial.run().root().orElseThrow().toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /** Writes a file behind the server's back; {@code path} is relative to the root. */
    void write(String path, byte[] content) {
        mustHaveDirectoryOf(path);
        trial.note("write " + content.length + " bytes to the server's file " + path);
        try {
            Files.write(root.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Makes a file shorter, or longer by bytes of value 0. */
    void resize(String path, long length) {
        mustHaveDirectoryOf(path);
        trial.note("make the server's file " + path + " " + length + " bytes long");
        try (RandomAccessFile file = new RandomAccessFile(root.resolve(path).toFile(), "rw")) {
            file.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Makes a symbolic link. */
    void link(String path, Path target) {
        mustHaveDirectoryOf(path);
        trial.note("make the link " + path + " to " + target);
        try {
            Files.createSymbolicLink(root.resolve(path), target);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /**
     * Makes a directory beside the root whose name begins with that of the root, and in it a file {@code secret} with
     * this content.
     */
    Path outside(String secret) {
        outside = root.resolveSibling(root.getFileName() + trial.name("-", ""));
        trial.note("make the directory " + outside + " with a file in it");
        try {
            Files.createDirectory(outside);
            Files.writeString(outside.resolve("secret"), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(outside.toString(), e);
        }
        return outside;
    }

    /** The directory outside the root must hold its secret still, and nothing else. */
    void outsideIsUntouched(String secret) {
        trial.require(Files.isDirectory(outside), "the directory outside, unchanged", "that it has been removed");
        try (var entries = Files.list(outside)) {
            var names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
            String found = names.equals(List.of("secret")) ? Files.readString(outside.resolve("secret"))
                    : names.toString();
            trial.require(found.equals(secret), "the directory outside with its one file unchanged", found);
        } catch (IOException e) {
            throw new UncheckedIOException(outside.toString(), e);
        }
    }

    /** What the server has made must be where the kit was told that it is. */
    private void mustHaveDirectoryOf(String path) {
        mustHave(path.substring(0, path.lastIndexOf('/')));
    }

    /** There must be a file or directory of this path. */
    void mustHave(String path) {
        trial.require(Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS), path + " on the server's disk",
                "nothing of that name");
    }

    /** There must be a file of this path, with this content. */
    void mustHold(String path, String content) {
        mustHave(path);
        try {
            String found = Files.readString(root.resolve(path));
            trial.require(found.equals(content), path + " on the server's disk with " + content, found);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    @Override
    public void close() {
        if (outside == null || !Files.exists(outside)) {
            return;
        }
        try (var files = Files.walk(outside)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(outside.toString(), e);
        }
    }
}
