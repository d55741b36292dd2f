package vos.tck.virtuos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Trial;

/** A directory beside the server's root, whose name begins as the root's does, with a file that nobody may reach. */
final class VirtuosOutside implements AutoCloseable {

    private static final String SECRET = "nobody may read this";

    private final Trial trial;
    private final Path directory;

    VirtuosOutside(Trial trial) {
        this.trial = trial;
        Path root = trial.run().root().orElseThrow().toAbsolutePath();
        this.directory = root.resolveSibling(root.getFileName() + trial.name("-outside", ""));
        try {
            Files.createDirectory(directory);
            Files.writeString(directory.resolve("secret"), SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }

    String name() {
        return directory.getFileName().toString();
    }

    Path path() {
        return directory;
    }

    /** There must be the secret, as it was, and nothing else. */
    void mustBeUntouched() {
        List<String> names = names();
        trial.require(names.equals(List.of("secret")), "only the file secret beside the workspace", names.toString());
        String content = VirtuosDisk.content(directory.resolve("secret"));
        trial.require(content.equals(SECRET), SECRET, content);
    }

    private List<String> names() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            for (String name : names()) {
                Files.deleteIfExists(directory.resolve(name));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }
}
