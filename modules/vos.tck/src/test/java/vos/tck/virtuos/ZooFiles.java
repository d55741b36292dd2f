package vos.tck.virtuos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The workspace of a zoo server. A place in it is the list of the names that lead there from the root. */
class ZooFiles {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4096;

    private final Path root;

    ZooFiles(Path root) {
        this.root = root;
    }

    // ---- names -----------------------------------------------------------------------------------------------------

    /** The place that a path means, seen from {@code current}. */
    List<String> resolve(List<String> current, String path) throws Refused {
        if (path.length() > LONGEST_PATH) {
            throw new Refused("invalid-name", "the path is too long");
        }
        List<String> place = new ArrayList<>(isAbsolute(path) ? List.of() : current);
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                up(place);
            } else if (!name.isEmpty() && !name.equals(".")) {
                checkName(name);
                place.add(name);
                checkLink(disk(place));
            }
        }
        return place;
    }

    boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    void up(List<String> place) throws Refused {
        if (place.isEmpty()) {
            throw new Refused("outside-the-workspace", "the path leads out of the workspace");
        }
        place.removeLast();
    }

    void checkName(String name) throws Refused {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME || name.startsWith(".vos-")
                || name.chars().anyMatch(ZooFiles::isNoText)) {
            throw new Refused("invalid-name", "this is not a name");
        }
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFFFD;
    }

    void checkLink(Path path) throws Refused {
        if (Files.isSymbolicLink(path)) {
            throw new Refused("outside-the-workspace", "a link leads out of the workspace");
        }
    }

    /** Where a place lies on disk. */
    Path disk(List<String> place) {
        return root.resolve(String.join("/", place));
    }

    final Path root() {
        return root;
    }

    // ---- directories -----------------------------------------------------------------------------------------------

    /** The entries, sorted. */
    List<Path> list(List<String> place) throws Refused, IOException {
        requireDirectory(place);
        try (Stream<Path> entries = Files.list(disk(place))) {
            return entries.filter(this::isListed).sorted().toList();
        }
    }

    boolean isListed(Path entry) {
        return !Files.isSymbolicLink(entry) && !entry.getFileName().toString().startsWith(".vos-");
    }

    final void requireDirectory(List<String> place) throws Refused {
        if (Files.isRegularFile(disk(place))) {
            throw new Refused("not-a-directory", "this is a file");
        }
        if (!Files.isDirectory(disk(place))) {
            throw new Refused("not-found", "there is no such directory");
        }
    }

    private void requireAbove(List<String> place) throws Refused {
        if (!place.isEmpty()) {
            requireDirectory(place.subList(0, place.size() - 1));
        }
    }

    /** Makes one directory. */
    void makeOne(List<String> place) throws Refused, IOException {
        requireAbove(place);
        if (Files.exists(disk(place))) {
            throw new Refused("already-exists", "it exists already");
        }
        Files.createDirectory(disk(place));
    }

    /** Makes a directory and those above it, where they are missing. */
    void makeAll(List<String> place) throws Refused, IOException {
        for (int i = 1; i <= place.size(); i++) {
            List<String> above = place.subList(0, i);
            if (!Files.isDirectory(disk(above))) {
                makeOne(above);
            }
        }
    }

    /** Removes a file or an empty directory, and tells whether it was a directory. */
    boolean remove(List<String> place) throws Refused, IOException {
        boolean directory = Files.isDirectory(disk(place));
        if (!Files.exists(disk(place))) {
            throw new Refused("not-found", "there is nothing");
        }
        if (directory && (place.isEmpty() || !list(place).isEmpty())) {
            throw new Refused("directory-not-empty", "the directory is not empty");
        }
        delete(disk(place));
        return directory;
    }

    void delete(Path path) throws IOException {
        Files.delete(path);
    }

    // ---- files -----------------------------------------------------------------------------------------------------

    void touch(List<String> place) throws Refused, IOException {
        requireAbove(place);
        if (Files.isDirectory(disk(place))) {
            throw new Refused("is-a-directory", "this is a directory");
        }
        if (!Files.exists(disk(place))) {
            Files.createFile(disk(place));
        }
    }

    Path file(List<String> place) throws Refused {
        if (Files.isDirectory(disk(place))) {
            throw new Refused("is-a-directory", "this is a directory");
        }
        if (!Files.exists(disk(place), LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("not-found", "there is no such file");
        }
        return disk(place);
    }

    /** Where an upload to this place is written until it is complete. */
    Path begin(List<String> place) throws Refused, IOException {
        requireAbove(place);
        if (Files.isDirectory(disk(place))) {
            throw new Refused("is-a-directory", "this is a directory");
        }
        return Files.createFile(draft(disk(place)));
    }

    Path draft(Path target) {
        return target.resolveSibling(".vos-" + UUID.randomUUID());
    }

    void complete(Path draft, List<String> place) throws IOException {
        Files.move(draft, disk(place), StandardCopyOption.ATOMIC_MOVE);
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
