package vos.tck.filesharing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import vos.tck.Refused;
import vos.tck.ZooFiles;

/** The files of file-sharing: uploads never replace. */
class FileSharingZooFiles extends ZooFiles {

    FileSharingZooFiles(Path root) {
        super(root);
    }

    /** A place for an upload, whose name must be free {@code [FSA-3.2]}. */
    Path free(String path) throws IOException {
        Path target = place(path);
        if (isTaken(target)) {
            throw new Refused("already-exists", "the name is taken");
        }
        return target(target);
    }

    /** Whether there is something of this name when the upload begins. */
    protected boolean isTaken(Path target) {
        return Files.exists(target, NOFOLLOW_LINKS);
    }

    /** Gives a complete upload its name, unless that has been taken meanwhile; both in one step. */
    @Override
    public void publish(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw new Refused("already-exists", "the name has been taken meanwhile");
        }
    }

    /** Removes what is left of an upload, which is complete or never will be. */
    void abandon(Path draft) throws IOException {
        Files.deleteIfExists(draft);
    }

    /** Removes what uploads have left that were under way. */
    void sweep() throws IOException {
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.getFileName().toString().matches("\\.vos-[0-9a-f-]{36}")) {
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
