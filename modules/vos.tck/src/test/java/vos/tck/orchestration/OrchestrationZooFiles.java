package vos.tck.orchestration;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.ZooFiles;

/** A user's directory, and what the commands of orchestration do in it. */
class OrchestrationZooFiles extends ZooFiles {

    OrchestrationZooFiles(Path root) throws IOException {
        super(Files.createDirectories(root));
    }

    /** No name means the directory itself. */
    @Override
    protected List<String> names(List<String> from, String path) throws IOException {
        return path.isEmpty() ? from : super.names(from, path);
    }

    /** An upload that looks once more, in the end, whether a file can be stored there. */
    @Override
    protected Upload upload(Path target) throws IOException {
        return new Upload(target, draft(target)) {
            @Override
            public void complete() throws IOException {
                if (Files.isDirectory(target, NOFOLLOW_LINKS)) {
                    drop();
                    throw new Refused("is-a-directory", "it has become a directory");
                }
                super.complete();
            }
        };
    }

    byte[] content(String path) throws IOException {
        return Files.readAllBytes(file(path));
    }

    byte[] beginning(String path) throws IOException {
        byte[] content = content(path);
        return Arrays.copyOf(content, Math.min(content.length, 1024));
    }

    void delete(String path) throws IOException {
        remove(place(path));
    }

    /** A line for each entry, with a slash behind directories. */
    String listing(String path) throws IOException {
        Stream<String> names = list(place(path)).stream().map(entry -> entry.getFileName()
                + (Files.isDirectory(entry) ? slash() : "") + "\n");
        return String.join("", sorted(names));
    }

    protected List<String> sorted(Stream<String> names) {
        return names.sorted().toList();
    }

    String slash() {
        return "/";
    }
}
