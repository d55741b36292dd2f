package vos.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Assertions on a whole directory, unfinished downloads and all. */
final class LocalFiles {
    private LocalFiles() {
    }

    /** Exactly these are there: {@code "name = content"}, {@code "name/"} for a directory, in alphabetical order. */
    static void assertFilesIn(Path directory, String... expected) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.sorted().toList()) {
                found.add(path.getFileName() + (Files.isDirectory(path) ? "/" : " = " + Files.readString(path)));
            }
        }
        assertEquals(List.of(expected), found);
    }
}
