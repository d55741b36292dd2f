package vos.tck.cloudfs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.ZooFiles;

/** What the shell of cloud-fs does with files. */
class CloudFsZooFiles extends ZooFiles {

    CloudFsZooFiles(Path root) {
        super(root);
    }

    void changeDirectory(String path) throws IOException {
        directory(place(path));
        enter(names(here(), path));
    }

    FileChannel open(String path) throws IOException {
        return FileChannel.open(file(path));
    }

    List<String> list(String path) throws IOException {
        Path place = existing(place(path));
        return Files.isDirectory(place)
                ? sorted(list(place).stream().map(entry -> entry.getFileName().toString())) : List.of(path);
    }

    @Override
    protected boolean isListed(Path entry) {
        return super.isListed(entry) && !entry.getFileName().toString().startsWith(".");
    }

    protected List<String> sorted(Stream<String> names) {
        return names.sorted().toList();
    }

    void makeDirectory(String path) throws IOException {
        makeDirectory(place(path));
    }

    void move(String path, String destination) throws IOException {
        Path place = existing(place(path));
        Files.move(place, destination(place, place(destination)), StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String path, boolean recursively) throws IOException {
        Path place = recursively ? existing(place(path)) : file(path);
        try (Stream<Path> entries = Files.walk(place)) {
            Path[] all = entries.toArray(Path[]::new);
            for (Path entry : Arrays.asList(all).reversed()) {
                Files.delete(entry);
            }
        }
    }
}
