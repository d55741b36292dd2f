package vos.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stood below a directory at one moment: paths with {@code /} between names, each with its content, and
 * directories with null.
 *
 * <p>Hidden temporaries are in it too.
 */
record Tree(Map<String, String> things) {

    /** No thing at all. */
    static final Tree NOTHING = new Tree(Map.of());

    /** What stands there now. */
    static Tree below(Path root) throws IOException {
        var things = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.skip(1).toList()) {
                String name = root.relativize(path).toString();
                things.put(name, Files.isDirectory(path) ? null
                        : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return new Tree(things);
    }

    /** Has the same stand below {@code root}, and nothing else. */
    void restoreBelow(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.skip(1).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        for (var thing : things.entrySet()) {
            Path path = root.resolve(thing.getKey());
            if (thing.getValue() == null) {
                Files.createDirectory(path);
            } else {
                Files.write(path, thing.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
            Files.setLastModifiedTime(path, FileTime.fromMillis(0));
        }
    }

    /** What could be of neither this tree nor {@code after}, if each thing is whole, and the old one or the new one. */
    List<String> neitherOf(Tree before, Tree after) {
        Stream<String> paths = Stream.of(this, before, after).flatMap(tree -> tree.things.keySet().stream()).distinct();
        Stream<String> wrong = paths.filter(path -> !isAsIn(before, path) && !isAsIn(after, path));
        Stream<String> lost = before.things.values().stream()
                .filter(content -> content != null && after.things.containsValue(content))
                .filter(content -> !things.containsValue(content)).map(content -> "the content " + shown(content));
        return Stream.concat(wrong.map(this::shownAt), lost).toList();
    }

    private boolean isAsIn(Tree other, String path) {
        return things.containsKey(path) == other.things.containsKey(path)
                && Objects.equals(things.get(path), other.things.get(path));
    }

    private String shownAt(String path) {
        return things.containsKey(path) ? path + " = " + shown(things.get(path)) : path + " is missing";
    }

    private static String shown(String content) {
        return content == null ? "a directory" : content.length() + " bytes " + content.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return String.join("\n  ", things.keySet().stream().map(this::shownAt).toList());
    }
}
