package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assertions on a whole tree as the host sees it, unfinished uploads and all. One line a thing: {@code "sub/"} for a
 * directory, {@code "sub/a.txt = text"} for a file.
 */
final class TreeAssert {
    private final List<String> found = new ArrayList<>();

    private TreeAssert(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(p -> !p.equals(root)).sorted().toList()) {
                found.add(root.relativize(path) + (Files.isDirectory(path) ? "/" : " = " + Files.readString(path)));
            }
        }
    }

    static TreeAssert assertThatTree(Path root) throws IOException {
        return new TreeAssert(root);
    }

    /** These things are there, and nothing else. */
    void contains(String... expected) {
        assertEquals(String.join("\n", Stream.of(expected).sorted().toList()),
                String.join("\n", found.stream().sorted().toList()));
    }
}
