package vos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tree on the host's disk, made and judged behind the shell's back. One line a thing: {@code "sub/"} for a directory,
 * {@code "a.txt = text"} for a file, {@code "a -> target"} for a symbolic link.
 */
final class HostTree {

    private HostTree() {
    }

    static void make(Path root, String... lines) throws IOException {
        for (String line : lines) {
            String[] parts = line.split(" = ", 2);
            Path path = root.resolve(parts[0]);
            if (line.endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.writeString(path, parts[1]);
            }
        }
    }

    static List<String> lines(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path) + described(path))
                    .sorted()
                    .toList();
        }
    }

    static void assertHolds(Path root, String... lines) throws IOException {
        assertEquals(String.join("\n", Stream.of(lines).sorted().toList()), String.join("\n", lines(root)));
    }

    private static String described(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return " -> " + Files.readSymbolicLink(path);
            }
            return Files.isDirectory(path) ? "/" : " = " + Files.readString(path);
        } catch (IOException e) {
            return " cannot be read: " + e;
        }
    }
}
