package vos.tck.filesharing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import vos.tck.ZooServer;

/** The sound server's files: what names mean, and how uploads become files. Broken servers override a method. */
abstract class FileSharingZooFiles extends ZooServer {

    private static final int LONGEST_NAME = 255;
    private static final int BUFFER = 64 * 1024;

    private final AtomicInteger parts = new AtomicInteger();

    FileSharingZooFiles(Path root) throws IOException {
        super(root);
    }

    /** What a path means {@code [COM-2.3]}. */
    protected Path resolve(String path) throws IOException {
        if (path.isEmpty()) {
            throw new Refusal("invalid-name", "a path has at least one name");
        }
        Path found = directory();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                found = above(found);
            } else if (!name.isEmpty() && !name.equals(".")) {
                checkName(name);
                checkDirectory(found);
                found = found.resolve(name);
                checkLink(found);
            }
        }
        return found;
    }

    private void checkDirectory(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            throw new Refusal("not-a-directory", "there is a file where a directory is needed");
        }
    }

    /** {@code [COM-2.4]} */
    protected Path above(Path path) throws IOException {
        if (path.equals(directory())) {
            throw new Refusal("outside-the-workspace", "this leads above the root");
        }
        return path.getParent();
    }

    /** {@code [COM-2.5]} */
    protected void checkLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new Refusal("outside-the-workspace", "this is a link");
        }
    }

    /** {@code [COM-2.2]} */
    protected void checkName(String name) throws IOException {
        boolean forbidden = name.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029
                || c == 0xfffd);
        if (forbidden || name.getBytes(UTF_8).length > LONGEST_NAME || name.startsWith(".vos-")) {
            throw new Refusal("invalid-name", "no file may have this name");
        }
    }

    /** The file that is asked for. */
    protected Path file(String path) throws IOException {
        Path file = resolve(path);
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            throw new Refusal("is-a-directory", "this is a directory");
        }
        if (!Files.exists(file)) {
            throw new Refusal("not-found", missing(file));
        }
        return file;
    }

    /** The sentence about a file that does not exist. */
    protected String missing(Path file) {
        return "there is no such file";
    }

    /** A place for an upload, whose name must be free {@code [FSA-3.2]}. */
    protected Path free(String path) throws IOException {
        Path target = resolve(path);
        if (taken(target)) {
            throw new Refusal("already-exists", "the name is taken");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new Refusal("not-found", missing(target.getParent()));
        }
        return target;
    }

    /** Whether there is something of this name when the upload begins. */
    protected boolean taken(Path target) {
        return Files.exists(target, NOFOLLOW_LINKS);
    }

    /** Where an upload to a place is kept until it is complete {@code [COM-5.2]}. */
    protected Path part(Path target) {
        return target.resolveSibling(".vos-" + parts.incrementAndGet());
    }

    /** Gives a complete upload its name, unless that has been taken meanwhile; both in one step. */
    protected void publish(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("already-exists", "the name has been taken meanwhile");
        }
    }

    /** Removes what is left of an upload, which is complete or never will be. */
    protected void remove(Path part) throws IOException {
        Files.deleteIfExists(part);
    }

    /** Passes up to {@code limit} bytes on, and gives their number. */
    protected long copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        while (copied < limit) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    /** Does what becomes of a process that is killed and started again: its connections end, and it cleans up. */
    @Override
    public void restart() throws IOException {
        disconnect();
        sweep();
    }

    /** Removes what uploads have left that were under way. */
    protected void sweep() throws IOException {
        Files.walkFileTree(directory(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.getFileName().toString().matches("\\.vos-\\d+")) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
