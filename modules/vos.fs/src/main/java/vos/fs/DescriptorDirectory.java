package vos.fs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A directory held open by a descriptor: whoever renames it, or puts something else in its place, the descriptor stays
 * this directory's.
 *
 * <p>Each step is one {@code openat} from the descriptor before. {@code java.nio} is handed
 * {@code /proc/self/fd/N/name}, which the kernel resolves from the open directory, without any of the names that led
 * there: so the whole of {@code java.nio} works relative to a descriptor.
 *
 * <p>For one thread. Linux only.
 */
final class DescriptorDirectory extends Directory {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** Always a link, to a directory: good to try whether a link is refused. */
    private static final Path A_LINK = Path.of("/proc/self");

    private final int descriptor;
    private boolean open = true;

    private DescriptorDirectory(int descriptor) {
        super(DESCRIPTORS.resolve(Integer.toString(descriptor)));
        this.descriptor = descriptor;
    }

    /**
     * Opens {@code directory}; the names before the last one are trusted.
     *
     * @throws NotDirectoryException if the last is none, or a link
     */
    static DescriptorDirectory at(Path directory) throws IOException {
        return new DescriptorDirectory(OpenAt.directory(OpenAt.ABSOLUTE, directory.toString()));
    }

    /**
     * Tries whether {@code root} can be walked like this here.
     *
     * @return why not; empty if it can
     */
    static Optional<String> hindrance(Path root) {
        if (root.getFileSystem() != FileSystems.getDefault()) {
            return Optional.of("it is not in the host's own file system");
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this is not Linux");
        }
        try {
            return refusesLinks() && reaches(root) ? Optional.empty()
                    : Optional.of("directories cannot be held open here");
        } catch (LinkageError e) {
            return Optional.of("openat cannot be called (--enable-native-access=vos.fs allows it): " + e.getCause());
        } catch (IOException e) {
            return Optional.of("/proc/self/fd cannot be used: " + e);
        }
    }

    @Override
    BasicFileAttributes attributes() throws IOException {
        // To the kernel the path is a link to the open directory: this one alone is followed.
        return Files.readAttributes(path(), BasicFileAttributes.class);
    }

    @Override
    Directory step(String name) throws IOException {
        // A name that is more than one to the host is refused before the host hears of it.
        return new DescriptorDirectory(OpenAt.directory(descriptor, path(name).getFileName().toString()));
    }

    /** Once: the number may be another's the moment it is free. */
    @Override
    public void close() {
        if (open) {
            open = false;
            OpenAt.close(descriptor);
        }
    }

    /** The numbers of the flags differ between processors: what they do here is tried rather than believed. */
    private static boolean refusesLinks() throws IOException {
        try (Directory _ = at(A_LINK)) {
            return false;
        } catch (NotDirectoryException refused) {
            return true;
        }
    }

    private static boolean reaches(Path root) throws IOException {
        try (Directory held = at(root); Directory known = new PathDirectory(root)) {
            return held.isSame(known);
        }
    }
}
