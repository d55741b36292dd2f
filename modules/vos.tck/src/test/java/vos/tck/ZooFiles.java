package vos.tck;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files below a root, as one session of a server of the zoo sees them, in small steps of which a broken server
 * takes one in another way. Each protocol has more of them, for its own commands.
 */
public class ZooFiles {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4096;
    private static final String UNFINISHED = ".vos-";

    private final Path root;
    private List<String> here = List.of();

    /** The files in this directory. */
    public ZooFiles(Path root) {
        this.root = root;
    }

    /** The directory on the disk that is the root of all paths. */
    public final Path root() {
        return root;
    }

    // ---- the current directory -------------------------------------------------------------------------------------

    /** The names that lead from the root to the current directory. */
    public List<String> here() {
        return here;
    }

    /** Makes the directory to which these names lead the current one. */
    public void enter(List<String> names) {
        here = List.copyOf(names);
    }

    /** The current directory as clients are told. */
    public final String shownHere() {
        return "/" + String.join("/", here());
    }

    // ---- paths -----------------------------------------------------------------------------------------------------

    /** The names that lead from the root to a path that begins somewhere {@code [COM-2.3]}. */
    protected List<String> names(List<String> from, String path) throws IOException {
        List<String> names = new ArrayList<>(isAbsolute(path) ? List.of() : from);
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                up(names);
            } else if (!name.isEmpty() && !name.equals(".")) {
                checkName(name);
                names.add(name);
            }
        }
        if (path.isEmpty() || bytes(String.join("/", names)) > LONGEST_PATH) {
            throw new Refused("invalid-name", "the path is empty or too long");
        }
        return names;
    }

    protected boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /** Goes to the directory above {@code [COM-2.4]}. */
    protected void up(List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new Refused("outside-the-workspace", "the path leads out of the workspace");
        }
        names.removeLast();
    }

    /** The same, as the system does it: also above the root. */
    protected static void upAnywhere(List<String> names) {
        if (names.isEmpty() || names.getLast().equals("..")) {
            names.add("..");
        } else {
            names.removeLast();
        }
    }

    /** Refuses what is no name {@code [COM-2.2]}. */
    protected void checkName(String name) throws IOException {
        if (holdsNoText(name) || length(name) > LONGEST_NAME || name.startsWith(UNFINISHED)) {
            throw new Refused("invalid-name", "the name cannot be used");
        }
    }

    protected boolean holdsNoText(String name) {
        return name.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfffd);
    }

    /** The length of a name as it is limited: in bytes. */
    protected int length(String name) {
        return bytes(name);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The names that lead from the root to a path, with no link on the way {@code [COM-2.5]}. */
    public List<String> resolve(List<String> from, String path) throws IOException {
        List<String> names = names(from, path);
        for (int i = 1; i <= names.size(); i++) {
            if (isLink(disk(names.subList(0, i)))) {
                throw new Refused("outside-the-workspace", "there is a link in the path");
            }
        }
        return names;
    }

    protected boolean isLink(Path place) {
        return Files.isSymbolicLink(place);
    }

    /** Where names lead on the disk. */
    public Path disk(List<String> names) {
        return root.resolve(String.join("/", names));
    }

    /** Where a path leads on the disk, from the current directory. */
    public Path place(String path) throws IOException {
        return disk(resolve(here(), path));
    }

    // ---- what is there ---------------------------------------------------------------------------------------------

    /** A place where there is something. */
    protected final Path existing(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw isBelowFile(place) ? new Refused("not-a-directory", "Not a directory")
                    : new Refused("not-found", missing(place));
        }
        return place;
    }

    /** Whether a file stands where a directory would have to be. */
    protected boolean isBelowFile(Path place) {
        Path above = place.getParent();
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        return !Files.isDirectory(above);
    }

    /** What is said of something that is not there. */
    protected String missing(Path place) {
        return "No such file or directory";
    }

    /** A place where there is a directory. */
    public final Path directory(Path place) throws IOException {
        if (!Files.isDirectory(existing(place))) {
            throw new Refused("not-a-directory", "Not a directory");
        }
        return place;
    }

    /** A place where there is a file. */
    protected final Path file(Path place) throws IOException {
        return noDirectory(existing(place));
    }

    /** The place of a file that is there. */
    public Path file(String path) throws IOException {
        return file(place(path));
    }

    /** A place where a file may be stored: its directory is there. */
    public final Path target(Path place) throws IOException {
        directory(place.getParent());
        return noDirectory(place);
    }

    private static Path noDirectory(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw new Refused("is-a-directory", "Is a directory");
        }
        return place;
    }

    /** The entries of a directory that clients see, sorted. */
    protected final List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory(directory))) {
            return entries.filter(this::isListed).sorted().toList();
        }
    }

    protected boolean isListed(Path entry) {
        return (Files.isDirectory(entry, NOFOLLOW_LINKS) || Files.isRegularFile(entry, NOFOLLOW_LINKS))
                && !entry.getFileName().toString().startsWith(UNFINISHED);
    }

    // ---- what is done ----------------------------------------------------------------------------------------------

    protected final void makeDirectory(Path place) throws IOException {
        directory(place.getParent());
        try {
            Files.createDirectory(place);
        } catch (FileAlreadyExistsException e) {
            throw new Refused("already-exists", "File exists");
        }
    }

    /** Removes a file, or a directory with nothing in it. */
    protected final void remove(Path place) throws IOException {
        if (Files.isDirectory(existing(place)) && !isEmpty(place)) {
            throw new Refused("directory-not-empty", "Directory not empty");
        }
        delete(place);
    }

    protected boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    protected void delete(Path place) throws IOException {
        Files.delete(place);
    }

    /** The new place of what is moved: in the target, if that is a directory. */
    protected Path destination(Path source, Path target) throws IOException {
        Path destination = Files.isDirectory(target) ? target.resolve(source.getFileName()) : target;
        directory(destination.getParent());
        return destination;
    }

    // ---- uploads ---------------------------------------------------------------------------------------------------

    /** Where an upload to a place is kept until it is complete {@code [COM-5.2]}. */
    public Path draft(Path target) {
        return target.resolveSibling(UNFINISHED + UUID.randomUUID());
    }

    /** Gives a complete upload its name, in one step. */
    public void publish(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Begins to store a file. */
    public Upload upload(String path) throws IOException {
        return upload(target(place(path)));
    }

    /** The same, when the place is known to be one. */
    protected Upload upload(Path target) throws IOException {
        return new Upload(target, draft(target));
    }

    /** A content that is coming. */
    public class Upload {

        private final Path target;
        private final Path draft;
        private final OutputStream stream;

        /** An upload that is kept in {@code draft} until it is complete. */
        public Upload(Path target, Path draft) throws IOException {
            this.target = target;
            this.draft = draft;
            this.stream = Files.newOutputStream(draft);
        }

        /** Takes what comes. */
        public final OutputStream stream() {
            return stream;
        }

        /** All has come. */
        public void complete() throws IOException {
            stream.close();
            publish(draft, target);
        }

        /** No more comes: it has never been. */
        public void drop() throws IOException {
            stream.close();
            Files.deleteIfExists(draft);
        }
    }
}
