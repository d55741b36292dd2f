package vos.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The client's files in one directory: two contents to upload, and the places of two downloads, of which the first
 * has been there before.
 */
record CutFiles(Path directory) {
    /** Whatever a framing might stumble over, and of every sentinel a part. */
    static final String FIRST = "1\0\r\n\n <<EO>_END_ END_OF_FIL\u00ff\u00fe 5     \nERROR not-found: x\nvos/1";
    static final String SECOND = "2\u00ff\n\n\r\0 EOF>> __END_ OF_FILEND\u00e9 64  OK 7\nUPLOAD a 3\nexi";
    static final String OLD = "what was here before\n";

    Path first() {
        return directory.resolve("first");
    }

    Path second() {
        return directory.resolve("second");
    }

    /** Where the one download goes that may succeed. */
    Path copy() {
        return directory.resolve("copy");
    }

    /** Where the one download goes that is refused. */
    Path other() {
        return directory.resolve("other");
    }

    /** As before the conversation. */
    void reset() throws IOException {
        reset(directory, Map.of("first", FIRST, "second", SECOND, "copy", OLD));
    }

    private static void write(Path file, String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Every path below {@code root}, and what is there: a file's bytes, a character each, or a slash. A server may be
     * at work there: what is gone when its turn comes is left out.
     */
    static Map<String, String> tree(Path root) throws IOException {
        var tree = new TreeMap<String, String>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (!directory.equals(root)) {
                    tree.put(root.relativize(directory).toString(), "/");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    tree.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return tree;
    }

    /** A file's bytes, a character each; nothing is shown as such. */
    static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "(nothing)";
    }

    /** Has a directory hold these files and nothing else. */
    static void reset(Path root, Map<String, String> files) throws IOException {
        Map<String, String> there = tree(root);
        for (String path : there.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            if (!there.get(path).equals(files.get(path))) {
                Files.delete(root.resolve(path));
            }
        }
        for (var file : files.entrySet()) {
            if (!file.getValue().equals(there.get(file.getKey()))) {
                write(root.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
