package vos.tck.minftp;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vos.tck.Refused;
import vos.tck.ZooFiles;

/** What the commands of mini-FTP do with files. */
class MiniFtpZooFiles extends ZooFiles {

    MiniFtpZooFiles(Path root) {
        super(root);
    }

    void enter(String path) throws IOException {
        List<String> names = path.isEmpty() ? here() : resolve(here(), path);
        directory(disk(names));
        enter(names);
    }

    void makeDirectory(String path) throws IOException {
        makeDirectory(place(path));
    }

    void remove(String path) throws IOException {
        Path place = existing(place(path));
        if (isUnderfoot(place)) {
            throw new Refused("denied", "the session is in it");
        }
        remove(place);
    }

    protected boolean isUnderfoot(Path place) {
        return disk(here()).startsWith(place);
    }

    void move(String from, String to) throws IOException {
        Path source = existing(place(from));
        Path target = destination(source, place(to));
        if (target.startsWith(source) || isUnderfoot(source)) {
            throw new Refused("denied", "a directory cannot be moved into itself");
        }
        publish(source, target);
    }

    String size(String path) throws IOException {
        return Long.toString(Files.size(existing(place(path))));
    }

    /** The names in the root: of directories, or of files. */
    List<String> listed(boolean directories) throws IOException {
        return list(root()).stream().filter(entry -> Files.isDirectory(entry, NOFOLLOW_LINKS) == directories)
                .map(entry -> entry.getFileName().toString()).sorted().toList();
    }
}
