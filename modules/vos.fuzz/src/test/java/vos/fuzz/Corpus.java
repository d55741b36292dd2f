package vos.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept, a directory a target: what people wrote, what reached new branches, and what was found. */
final class Corpus {
    private static final Path ROOT = Path.of("src/test/resources/corpus");

    private Corpus() {
    }

    /** The targets that have inputs. */
    static List<String> targets() throws IOException {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories.map(directory -> directory.getFileName().toString()).sorted().toList();
        }
    }

    /** The inputs for one target, sorted by name. */
    static List<Path> of(String target) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(target))) {
            return files.sorted().toList();
        }
    }
}
