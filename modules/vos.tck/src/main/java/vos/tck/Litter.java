package vos.tck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server that can be led out of its directory has written into those above: files of names that only this run
 * has made up, and that were made in its time.
 */
final class Litter {

    private Litter() {
    }

    /** Removes it from all directories above {@code root}; what cannot be removed stays. */
    static void remove(Path root, String tag, Instant since) {
        for (Path above = root.getParent(); above != null; above = above.getParent()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(above, "*" + tag + "*")) {
                for (Path entry : entries) {
                    boolean madeUp = entry.getFileName().toString().matches(".*" + tag + "[0-9a-z]{6}[0-9]{2,}.*");
                    if (madeUp && isOf(entry, since)) {
                        removeAll(entry);
                    }
                }
            } catch (IOException e) {
                System.getLogger(Litter.class.getName()).log(System.Logger.Level.DEBUG, "something was left", e);
            }
        }
    }

    private static boolean isOf(Path entry, Instant since) throws IOException {
        return !Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(since);
    }

    private static void removeAll(Path entry) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(entry)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
