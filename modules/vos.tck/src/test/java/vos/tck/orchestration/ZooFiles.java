package vos.tck.orchestration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A user's directory, and what may be done in it. */
class ZooFiles {

    private final Path root;

    ZooFiles(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    Path root() {
        return root;
    }

    /** A file that is being stored. */
    interface Upload {
        void write(byte[] chunk) throws IOException;

        void complete() throws IOException;

        void drop() throws IOException;
    }

    /** Where a path leads. */
    Path resolve(String path) throws IOException {
        Path place = root;
        for (String part : path.split("/")) {
            place = part.equals("..") ? place.getParent() : part.isEmpty() || part.equals(".") ? place
                    : place.resolve(checked(part));
            if (!place.startsWith(root)) {
                throw new ZooRefusal("outside-the-workspace");
            }
            refuseLink(place);
        }
        return place;
    }

    void refuseLink(Path place) throws IOException {
        if (Files.isSymbolicLink(place)) {
            throw new ZooRefusal("outside-the-workspace");
        }
    }

    /** A name, if a file may have it. */
    String checked(String name) throws IOException {
        boolean odd = name.chars().anyMatch(c -> c < ' ' || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029
                || c == 0xfffd);
        if (odd || length(name) > 255 || name.startsWith(".vos-")) {
            throw new ZooRefusal("invalid-name");
        }
        return name;
    }

    int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isDirectory(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    Path existing(String path) throws IOException {
        Path place = resolve(path);
        if (!Files.exists(place)) {
            throw new ZooRefusal(isDirectory(place.getParent()) || !Files.exists(place.getParent()) ? "not-found"
                    : "not-a-directory");
        }
        return place;
    }

    Path file(String path) throws IOException {
        Path place = existing(path);
        if (isDirectory(place)) {
            throw new ZooRefusal("is-a-directory");
        }
        return place;
    }

    /** Begins to store a file beside its place. */
    Upload begin(String path) throws IOException {
        Path place = resolve(path);
        if (isDirectory(place)) {
            throw new ZooRefusal("is-a-directory");
        }
        if (!isDirectory(place.getParent())) {
            throw new ZooRefusal(Files.exists(place.getParent()) ? "not-a-directory" : "not-found");
        }
        return upload(place);
    }

    Upload upload(Path place) throws IOException {
        Path beside = place.resolveSibling(".vos-" + UUID.randomUUID());
        OutputStream out = Files.newOutputStream(beside);
        return new Upload() {
            @Override
            public void write(byte[] chunk) throws IOException {
                out.write(chunk);
            }

            @Override
            public void complete() throws IOException {
                out.close();
                if (isDirectory(place)) {
                    Files.delete(beside);
                    throw new ZooRefusal("is-a-directory");
                }
                move(beside, place);
            }

            @Override
            public void drop() throws IOException {
                out.close();
                Files.delete(beside);
            }
        };
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    byte[] content(String path) throws IOException {
        return Files.readAllBytes(file(path));
    }

    byte[] beginning(String path) throws IOException {
        byte[] content = content(path);
        return Arrays.copyOf(content, Math.min(content.length, 1024));
    }

    void delete(String path) throws IOException {
        Path place = existing(path);
        if (isDirectory(place) && !entries(place).isEmpty()) {
            throw new ZooRefusal("directory-not-empty");
        }
        Files.delete(place);
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    /** A line for each entry, with a slash behind directories. */
    String listing(String path) throws IOException {
        Path directory = existing(path);
        if (!isDirectory(directory)) {
            throw new ZooRefusal("not-a-directory");
        }
        List<String> names = new ArrayList<>();
        for (Path entry : entries(directory)) {
            String name = entry.getFileName().toString();
            if (!name.startsWith(".vos-") && !Files.isSymbolicLink(entry)) {
                names.add(name + (isDirectory(entry) ? slash() : ""));
            }
        }
        sort(names);
        return names.isEmpty() ? "" : String.join("\n", names) + "\n";
    }

    void sort(List<String> names) {
        names.sort(null);
    }

    String slash() {
        return "/";
    }
}
