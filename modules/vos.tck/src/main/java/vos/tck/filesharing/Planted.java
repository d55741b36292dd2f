package vos.tck.filesharing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vos.tck.Trial;

/**
 * What tests put on the server's disk past the server, as no request of this protocol makes a directory or a link. For
 * tests that need to know where the server's directory is. An instance is a directory beside that, with one file in it,
 * and is removed when it is closed.
 */
final class Planted implements AutoCloseable {

    private final Path directory;
    private final Path file;

    private Planted(Path directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    private static Path root(Trial trial) {
        return trial.run().root().orElseThrow();
    }

    /** A file below the server's directory. */
    static void file(Trial trial, String path, byte[] content) {
        trial.note("put the file " + path + " into the server's directory");
        writing(root(trial).resolve(path), file -> Files.write(file, content));
    }

    /** A file of {@code size} bytes 0, or one that is cut to that. */
    static void size(Trial trial, String path, long size) {
        trial.note("make the file " + path + " in the server's directory " + size + " bytes long");
        writing(root(trial).resolve(path), file -> {
            try (RandomAccessFile sized = new RandomAccessFile(file.toFile(), "rw")) {
                sized.setLength(size);
            }
        });
    }

    /** A directory in the server's. */
    static void directory(Trial trial, String path) {
        trial.note("make the directory " + path + " in the server's");
        writing(root(trial).resolve(path), Files::createDirectory);
    }

    /** A symbolic link in the server's directory. */
    static void link(Trial trial, String path, Path target) {
        trial.note("make " + path + " in the server's directory a link to " + target);
        writing(root(trial).resolve(path), link -> Files.createSymbolicLink(link, target));
    }

    /** A directory beside the server's, whose name is that of the server's and more, with a file in it. */
    static Planted beside(Trial trial, String name, byte[] content) {
        Path directory = root(trial).resolveSibling(root(trial).getFileName() + name);
        Path file = directory.resolve("secret.txt");
        trial.note("put the file " + file + " beside the server's directory");
        writing(directory, Files::createDirectory);
        writing(file, secret -> Files.write(secret, content));
        return new Planted(directory, file);
    }

    /** The directory beside the server's. */
    Path directory() {
        return directory;
    }

    /** The file in it. */
    Path file() {
        return file;
    }

    /** The path of something in that directory, from the server's. */
    String fromRoot(String name) {
        return "../" + directory.getFileName() + "/" + name;
    }

    /** What is done to a path. */
    private interface Writing {
        void to(Path path) throws IOException;
    }

    private static void writing(Path path, Writing writing) {
        try {
            writing.to(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    @Override
    public void close() {
        writing(directory, removed -> {
            try (var entries = Files.list(removed)) {
                for (Path entry : entries.toList()) {
                    Files.delete(entry);
                }
            }
            Files.delete(removed);
        });
    }
}
