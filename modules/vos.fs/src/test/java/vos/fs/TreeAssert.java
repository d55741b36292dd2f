package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assertions on a whole tree. One line a thing, sorted: {@code "sub/"} for a directory, {@code "sub/a.txt = text"}
 * for a file, {@code "a -> target"} for a symbolic link, {@code "s ?"} for anything else.
 */
final class TreeAssert {

    private final List<String> found;

    private TreeAssert(List<String> found) {
        this.found = found.stream().sorted().toList();
    }

    /** A tree as the host sees it, hidden names and all. */
    static TreeAssert assertThatTree(Path root) throws IOException {
        return new TreeAssert(lines(root));
    }

    /** A tree as the volume tells it. */
    static TreeAssert assertThatTree(Volume volume) throws IOException {
        List<String> found = new ArrayList<>();
        collect(volume, Location.ROOT, found);
        return new TreeAssert(found);
    }

    /** The lines of a tree on the host, to compare it with later. */
    static List<String> lines(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(p -> !p.equals(root)).toList()) {
                found.add(root.relativize(path) + described(path));
            }
        }
        return found.stream().sorted().toList();
    }

    void containsExactly(String... expected) {
        containsExactly(List.of(expected));
    }

    void containsExactly(List<String> expected) {
        assertEquals(String.join("\n", expected.stream().sorted().toList()), String.join("\n", found));
    }

    void isEmpty() {
        containsExactly(List.of());
    }

    private static String described(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return " -> " + Files.readSymbolicLink(path);
        }
        if (Files.isDirectory(path)) {
            return "/";
        }
        return Files.isRegularFile(path) ? " = " + Files.readString(path) : " ?";
    }

    private static void collect(Volume volume, Location directory, List<String> found) throws IOException {
        for (Entry entry : volume.list(directory)) {
            Location place = directory.child(entry.name());
            String line = place.toString().substring(1);
            if (entry.kind() == Kind.DIRECTORY) {
                found.add(line + "/");
                collect(volume, place, found);
            } else {
                found.add(line + " = " + Contents.text(volume, place.toString()));
            }
        }
    }
}
