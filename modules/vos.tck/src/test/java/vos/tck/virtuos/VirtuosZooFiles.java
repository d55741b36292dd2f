package vos.tck.virtuos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.ZooFiles;

/** What the commands of VirtuOS do with files. A place is the list of the names that lead there from the root. */
class VirtuosZooFiles extends ZooFiles {

    VirtuosZooFiles(Path root) {
        super(root);
    }

    /** No name means the place itself. */
    @Override
    protected List<String> names(List<String> from, String path) throws IOException {
        return path.isEmpty() ? from : super.names(from, path);
    }

    /** What stands behind a file is not found. */
    @Override
    protected final boolean isBelowFile(Path place) {
        return false;
    }

    // ---- directories -----------------------------------------------------------------------------------------------

    List<Path> list(List<String> place) throws IOException {
        return list(disk(place));
    }

    /** Makes one directory. */
    void makeOne(List<String> place) throws IOException {
        makeDirectory(disk(place));
    }

    /** Makes a directory and those above it, where they are missing. */
    void makeAll(List<String> place) throws IOException {
        for (int i = 1; i <= place.size(); i++) {
            List<String> above = place.subList(0, i);
            if (!Files.isDirectory(disk(above))) {
                makeOne(above);
            }
        }
    }

    /** Removes a file or an empty directory, and tells whether it was a directory. */
    boolean remove(List<String> place) throws IOException {
        boolean directory = Files.isDirectory(disk(place));
        remove(disk(place));
        return directory;
    }

    @Override
    protected boolean isEmpty(Path directory) throws IOException {
        return !directory.equals(root()) && super.isEmpty(directory);
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    void touch(List<String> place) throws IOException {
        Path file = target(disk(place));
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    Path file(List<String> place) throws IOException {
        return file(disk(place));
    }

    /** Where an upload to this place is written until it is complete. */
    Path begin(List<String> place) throws IOException {
        return Files.createFile(draft(target(disk(place))));
    }

    void abandon(Path draft) throws IOException {
        Files.deleteIfExists(draft);
    }

    /** Sends the content of a file. */
    void send(Path file, OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    /** Whether the file holds these bytes. */
    boolean holds(Path file, Sentinel sentinel) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            InputStream buffered = new BufferedInputStream(in, 1 << 16);
            return sentinel.copy(buffered::read, OutputStream.nullOutputStream());
        }
    }
}
