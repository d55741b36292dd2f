package vos.tck.cloudfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The workspace of one session: a directory, a current directory in it, and the paths that lead nowhere else. */
class CloudFsZooFiles {

    private static final AtomicInteger UPLOADS = new AtomicInteger();
    private static final int LONGEST_PATH = 4096;
    private static final int LONGEST_NAME = 255;

    private final Path root;
    private List<String> current = List.of();

    CloudFsZooFiles(Path root) {
        this.root = root;
    }

    protected final Path root() {
        return root;
    }

    // ---- paths -----------------------------------------------------------------------------------------------------

    /** Where a path leads on the disk. */
    Path resolve(String path) throws Refused {
        Path place = place(names(path));
        checkLinks(place);
        return place;
    }

    protected final Path place(List<String> names) {
        return root.resolve(String.join("/", names));
    }

    /** The names on the way from the root. */
    protected List<String> names(String path) throws Refused {
        if (path.isEmpty() || path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new Refused("invalid-name", "the path is empty or too long");
        }
        List<String> names = new ArrayList<>(path.startsWith("/") ? List.of() : current());
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                goUp(names);
            } else if (!name.isEmpty() && !name.equals(".")) {
                checkName(name);
                names.add(name);
            }
        }
        return names;
    }

    protected void goUp(List<String> names) throws Refused {
        if (names.isEmpty()) {
            throw new Refused("outside-the-workspace", "the path leads out of the workspace");
        }
        names.removeLast();
    }

    protected void checkName(String name) throws Refused {
        boolean odd = name.chars().anyMatch(CloudFsZooFiles::isOdd);
        if (odd || length(name) > LONGEST_NAME || name.startsWith(".vos-")) {
            throw new Refused("invalid-name", "the name cannot be used");
        }
    }

    private static boolean isOdd(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029 || character == 0xfffd;
    }

    /** The length of a name as it is limited: in bytes. */
    protected int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    protected void checkLinks(Path place) throws Refused {
        for (Path part = place; !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new Refused("outside-the-workspace", "there is a link in the path");
            }
        }
    }

    /** The place for a new entry: its directory is there. */
    private Path placeForNew(String path) throws Refused {
        Path place = resolve(path);
        Path parent = place.getParent();
        if (!Files.exists(parent)) {
            throw new Refused(Files.isRegularFile(parent.getParent()) ? "not-a-directory" : "not-found",
                    "the directory does not exist");
        }
        if (!Files.isDirectory(parent)) {
            throw new Refused("not-a-directory", "its parent is a file");
        }
        return place;
    }

    /** The place of an entry that is there. */
    private Path existing(String path) throws Refused {
        Path place = resolve(path);
        if (!Files.exists(place)) {
            boolean below = place.getParent() != null && Files.isRegularFile(place.getParent());
            throw new Refused(below ? "not-a-directory" : "not-found", absent(place));
        }
        return place;
    }

    /** What is said of something that is not there. */
    protected String absent(Path place) {
        return "No such file or directory";
    }

    // ---- the current directory -------------------------------------------------------------------------------------

    protected List<String> current() {
        return current;
    }

    protected void goTo(List<String> names) {
        current = List.copyOf(names);
    }

    void changeDirectory(String path) throws Refused {
        if (!Files.isDirectory(existing(path))) {
            throw new Refused("not-a-directory", "Not a directory");
        }
        goTo(names(path));
    }

    String currentDirectory() {
        return "/" + String.join("/", current());
    }

    // ---- contents --------------------------------------------------------------------------------------------------

    /** A content that is coming: it has another name until it is complete. */
    class Upload {

        private final Path target;
        private final Path temporary;
        private final OutputStream stream;

        Upload(Path target, Path temporary) throws IOException {
            this.target = target;
            this.temporary = temporary;
            this.stream = Files.newOutputStream(temporary);
        }

        OutputStream stream() {
            return stream;
        }

        Path temporary() {
            return temporary;
        }

        void commit() throws IOException {
            stream.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }

        void abort() throws IOException {
            stream.close();
            Files.deleteIfExists(temporary);
        }
    }

    Upload upload(String path) throws Refused, IOException {
        Path target = placeForNew(path);
        if (Files.isDirectory(target)) {
            throw new Refused("is-a-directory", "this is a directory");
        }
        return begin(target);
    }

    protected Upload begin(Path target) throws IOException {
        return new Upload(target, temporary(target));
    }

    protected Path temporary(Path target) {
        return target.resolveSibling(".vos-" + UPLOADS.incrementAndGet());
    }

    FileChannel open(String path) throws Refused, IOException {
        Path place = existing(path);
        if (Files.isDirectory(place)) {
            throw new Refused("is-a-directory", "Is a directory");
        }
        return FileChannel.open(place);
    }

    // ---- entries ---------------------------------------------------------------------------------------------------

    List<String> list(String path) throws Refused, IOException {
        Path place = existing(path);
        if (!Files.isDirectory(place)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(place)) {
            return sorted(entries.filter(this::listed).map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".")));
        }
    }

    protected boolean listed(Path entry) {
        return !Files.isSymbolicLink(entry) && (Files.isRegularFile(entry) || Files.isDirectory(entry));
    }

    protected List<String> sorted(Stream<String> names) {
        return names.sorted().toList();
    }

    void makeDirectory(String path) throws Refused, IOException {
        Path place = placeForNew(path);
        if (Files.exists(place)) {
            throw new Refused("already-exists", "File exists");
        }
        Files.createDirectory(place);
    }

    void move(String path, String destination) throws Refused, IOException {
        Path place = existing(path);
        Path target = resolve(destination);
        if (Files.isDirectory(target)) {
            target = into(target, place.getFileName());
        } else {
            placeForNew(destination);
        }
        Files.move(place, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where something of this name goes that is moved into a directory. */
    protected Path into(Path directory, Path name) {
        return directory.resolve(name);
    }

    void remove(String path, boolean recursively) throws Refused, IOException {
        Path place = existing(path);
        if (Files.isDirectory(place) && !recursively) {
            throw new Refused("is-a-directory", "Is a directory");
        }
        try (Stream<Path> entries = Files.walk(place)) {
            Path[] all = entries.toArray(Path[]::new);
            for (Path entry : Arrays.asList(all).reversed()) {
                Files.delete(entry);
            }
        }
    }
}
