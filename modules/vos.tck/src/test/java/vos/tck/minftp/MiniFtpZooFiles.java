package vos.tck.minftp;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What one session sees of the files: a current directory, and what is done with paths. */
class MiniFtpZooFiles {

    protected final Path root;
    protected List<String> here = List.of();

    MiniFtpZooFiles(Path root) {
        this.root = root;
    }

    /** The current directory as the client is told. */
    String here() {
        return "/" + String.join("/", here);
    }

    // ---- paths -----------------------------------------------------------------------------------------------------

    /** The names that lead to a path from the root. */
    protected List<String> names(String path) throws IOException {
        List<String> names = new ArrayList<>(path.startsWith("/") ? List.of() : here);
        if (path.isEmpty()) {
            throw new MiniFtpZooRefusal("invalid-name", "there is no name");
        }
        for (String name : path.split("/")) {
            switch (name) {
                case "", "." -> { }
                case ".." -> up(names);
                default -> {
                    check(name);
                    names.add(name);
                }
            }
        }
        return names;
    }

    protected void up(List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new MiniFtpZooRefusal("outside-the-workspace", "the path leads above the root");
        }
        names.removeLast();
    }

    protected void check(String name) throws IOException {
        if (control(name) || tooLong(name) || name.startsWith(".vos-")) {
            throw new MiniFtpZooRefusal("invalid-name", "there can be no such name");
        }
    }

    protected boolean control(String name) {
        return name.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfffd);
    }

    protected boolean tooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > 255;
    }

    /** The place on disk; all above it are directories, and nothing on the way is a link. */
    protected Path place(String path) throws IOException {
        return place(names(path));
    }

    protected Path place(List<String> names) throws IOException {
        Path place = root;
        for (String name : names) {
            requireDirectory(place);
            place = place.resolve(name);
            if (refused(place)) {
                throw new MiniFtpZooRefusal("outside-the-workspace", "there is a link on the way");
            }
        }
        return place;
    }

    protected boolean refused(Path place) {
        return Files.isSymbolicLink(place);
    }

    private Path existing(String path) throws IOException {
        return requireExists(place(path));
    }

    private static Path requireExists(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new MiniFtpZooRefusal("not-found", "there is nothing of this name");
        }
        return place;
    }

    private static void requireDirectory(Path place) throws IOException {
        if (!Files.isDirectory(requireExists(place))) {
            throw new MiniFtpZooRefusal("not-a-directory", "this is a file");
        }
    }

    /** The place of a file, whether it is there or not; a refusal for that of a directory. */
    Path placeForFile(String path) throws IOException {
        Path place = place(path);
        requireDirectory(place.getParent());
        if (Files.isDirectory(place)) {
            throw new MiniFtpZooRefusal("is-a-directory", "this is a directory");
        }
        return place;
    }

    /** Where an upload to this place is kept until it is complete. */
    protected Path draft(Path place) {
        return place.resolveSibling(".vos-" + UUID.randomUUID());
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    void enter(String path) throws IOException {
        List<String> names = path.isEmpty() ? here : names(path);
        requireDirectory(place(names));
        here = names;
    }

    void makeDirectory(String path) throws IOException {
        Path place = place(path);
        requireDirectory(place.equals(root) ? root : place.getParent());
        try {
            Files.createDirectory(place);
        } catch (FileAlreadyExistsException e) {
            throw new MiniFtpZooRefusal("already-exists", "the name is taken");
        }
    }

    void remove(String path) throws IOException {
        Path place = existing(path);
        if (underfoot(place)) {
            throw new MiniFtpZooRefusal("denied", "the session is in it");
        }
        if (Files.isDirectory(place) && !empty(place)) {
            throw new MiniFtpZooRefusal("directory-not-empty", "there is something in it");
        }
        Files.delete(place);
    }

    protected boolean underfoot(Path place) throws IOException {
        return place(here).startsWith(place);
    }

    protected boolean empty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    void move(String from, String to) throws IOException {
        Path source = existing(from);
        Path target = place(to);
        if (Files.isDirectory(target)) {
            target = target.resolve(source.getFileName());
        }
        requireDirectory(target.getParent());
        if (target.startsWith(source) || underfoot(source)) {
            throw new MiniFtpZooRefusal("denied", "a directory cannot be moved into itself");
        }
        rename(source, target);
    }

    protected void rename(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file that is there. */
    Path file(String path) throws IOException {
        return requireExists(placeForFile(path));
    }

    String size(String path) throws IOException {
        return Long.toString(Files.size(existing(path)));
    }

    /** The names in the root: of directories, or of files. */
    protected List<String> listed(boolean directories) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(this::shown)
                    .filter(entry -> Files.isDirectory(entry, NOFOLLOW_LINKS) == directories)
                    .map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    protected boolean shown(Path entry) {
        return !Files.isSymbolicLink(entry) && !entry.getFileName().toString().startsWith(".vos-");
    }
}
