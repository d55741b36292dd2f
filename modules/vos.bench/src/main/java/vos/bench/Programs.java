package vos.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are.
 *
 * @param given those that the user named, by the name of their side
 * @param path directories to look in
 */
record Programs(Map<String, Path> given, List<Path> path) {

    /** On the PATH and where servers are, which the PATH of a user often leaves out. */
    static Programs of(Map<String, Path> given) {
        Stream<String> path = Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("")
                .split(File.pathSeparator));
        return new Programs(given, Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .filter(directory -> !directory.isEmpty()).map(Path::of).distinct().toList());
    }

    /** What the user named for the side, or else the program of this name. */
    Optional<Path> find(String side, String program) {
        return given.containsKey(side) ? Optional.of(given.get(side)) : find(program);
    }

    Optional<Path> find(String program) {
        return all(program).findFirst();
    }

    /** Every program of this name, in the order of the path. */
    Stream<Path> all(String program) {
        return path.stream().map(directory -> directory.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
