package vos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The directories of a run: in memory (or, without {@code /dev/shm}, where temporary files are), and on the disk below
 * the report. A file that all sides hand out is there once, and has a name in the root of each.
 */
final class Site implements Cleanup.Step {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    /** A server may run as another user than the one who made the root. */
    private static final String EVERYBODY = "rwxrwxrwx";
    private static final String READABLE = "rwxr-xr-x";

    private final Path memory;
    private final Path disk;
    private Optional<Stage.Certificate> certificate = Optional.empty();

    private Site(Path memory, Path disk) {
        this.memory = memory;
        this.disk = disk;
    }

    /** Makes the directories; closing takes them away. */
    static Site below(Path report) throws IOException {
        Path fast = Files.isWritable(SHARED_MEMORY) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(report);
        return new Site(open(Files.createTempDirectory(fast, "vos-bench-"), READABLE),
                open(Files.createTempDirectory(report.toAbsolutePath(), "data-"), READABLE));
    }

    private static Path open(Path directory, String permissions) throws IOException {
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    /** A root for this side, with the files that the task asks for, and a directory for what else it needs. */
    Stage stage(Work work, Side side) throws IOException, BenchException {
        Path place = work.place() == Work.Place.MEMORY ? memory : disk;
        Path own = open(Files.createDirectories(place.resolve(side.name())), READABLE);
        Path root = open(Files.createDirectories(own.resolve("root")), EVERYBODY);
        Path scratch = Files.createDirectories(own.resolve("scratch"));
        fill(root, side.suited(work.task()), place);
        return new Stage(work, root, scratch, freePort(), work.tls() ? Optional.of(certificate()) : Optional.empty());
    }

    /** A file in a root: a name for one that is there once for all sides, and is made for the first. */
    private static void share(Path shared, long bytes, Path name) throws IOException, BenchException {
        if (Files.notExists(shared)) {
            requireRoom(shared.getParent(), bytes);
            Content.file(shared, bytes);
        }
        Files.createLink(name, shared);
    }

    private static void fill(Path root, Task task, Path place) throws IOException, BenchException {
        switch (task) {
            case Task.Bulk bulk when !bulk.up() -> {
                share(place.resolve("content-" + bulk.bytes()), bulk.bytes(), root.resolve(Task.Bulk.FILE));
            }
            case Task.Bulk bulk -> requireRoom(place, bulk.bytes() * bulk.streams());
            case Task.SmallFiles files when !files.up() -> {
                for (int at = 0; at < files.count(); at++) {
                    String name = Task.SmallFiles.PREFIX + at;
                    share(place.resolve(name + "-" + files.bytes()), files.bytes(), root.resolve(name));
                }
            }
            case Task.Commands commands -> {
                for (int at = 0; at < commands.entries(); at++) {
                    Files.createFile(root.resolve("entry-" + at));
                }
            }
            case Task.SmallFiles _, Task.Connects _, Task.Idle _, Task.Startup _ -> {
                // These need an empty root.
            }
        }
    }

    /** Half of what is free stays so: memory that holds files is memory that servers have not. */
    private static void requireRoom(Path place, long bytes) throws IOException, BenchException {
        long free = Files.getFileStore(place).getUsableSpace();
        if (bytes > free / 2) {
            throw new BenchException("%,d MiB do not fit into half of what is free in %s, %,d MiB".formatted(
                    bytes >> 20, place.getParent(), free >> 20));
        }
    }

    /** Made once, by openssl. */
    private Stage.Certificate certificate() throws BenchException {
        if (certificate.isEmpty()) {
            var made = new Stage.Certificate(memory.resolve("certificate.pem"), memory.resolve("key.pem"));
            Tool.run(List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", made.key().toString(), "-out", made.certificate().toString()), memory);
            certificate = Optional.of(made);
        }
        return certificate.get();
    }

    /** A port that nobody listens on. Another process may take it meanwhile; the server then says so. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Takes away what was stored, after a look whether all of it is there. */
    void clear(Stage stage, Task task) throws IOException, BenchException {
        switch (task) {
            case Task.Bulk bulk when bulk.up() -> {
                for (int at = 0; at < bulk.streams(); at++) {
                    take(stage.root().resolve(Task.Bulk.FILE + "." + at), bulk.bytes());
                }
            }
            case Task.SmallFiles files when files.up() -> {
                for (int at = 0; at < files.count(); at++) {
                    take(stage.root().resolve(Task.SmallFiles.PREFIX + at), files.bytes());
                }
            }
            case Task.Bulk _, Task.SmallFiles _, Task.Commands _, Task.Connects _, Task.Idle _, Task.Startup _ -> {
                // These store nothing.
            }
        }
    }

    private static void take(Path file, long size) throws IOException, BenchException {
        long stored = Files.exists(file) ? Files.size(file) : -1;
        if (stored != size) {
            throw new BenchException("of %s, %d of %d bytes were stored".formatted(file.getFileName(), stored, size));
        }
        Files.delete(file);
    }

    /** Empties all directories, for the next work. */
    void clear() throws IOException {
        for (Path place : List.of(memory, disk)) {
            delete(place, false);
        }
        certificate = Optional.empty();
    }

    private static void delete(Path top, boolean itself) throws IOException {
        if (Files.notExists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (itself || !directory.equals(top)) {
                    Files.deleteIfExists(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            delete(memory, true);
            delete(disk, true);
        } catch (IOException e) {
            throw new UncheckedIOException("of " + memory + " and " + disk + " something is left", e);
        }
    }
}
