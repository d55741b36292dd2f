package vos.architecture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that the tests look at, as it lies on the disk, so that what nobody declared is seen too. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {
    }

    /**
     * A folder with code.
     *
     * @param folder absolute
     * @param lab whether it is one of labs/
     */
    record Module(Path folder, boolean lab) {
        /** The one name of artifact, module and package. A folder bears it too; a lab's bears the published one. */
        String name() {
            return lab ? artifact() : folder.getFileName().toString();
        }

        String artifact() {
            String pom = read(folder.resolve("pom.xml")).replaceFirst("(?s)<parent>.*</parent>", "");
            return pom.replaceFirst("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1");
        }

        Path classes() {
            return folder.resolve("target/classes");
        }

        /** All Java files below {@code src/<part>/java}, part being main or test. */
        List<Path> sources(String part) {
            return files(folder.resolve("src/" + part + "/java"), ".java");
        }

        /** The names of the top-level types that main sources declare. */
        List<String> types() {
            Path top = folder.resolve("src/main/java");
            return sources("main").stream()
                    .map(file -> top.relativize(file).toString())
                    .filter(file -> !file.endsWith("-info.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()).replace(File.separatorChar, '.'))
                    .toList();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** Every folder of modules/ and labs/ that has a program in it, whether or not the root pom knows it. */
    static List<Module> modules() {
        List<Module> modules = new ArrayList<>();
        children("modules").map(folder -> new Module(folder, false)).forEach(modules::add);
        children("labs").map(folder -> new Module(folder, true)).forEach(modules::add);
        modules.removeIf(module -> !Files.isDirectory(module.folder().resolve("src/main/java")));
        return modules;
    }

    /** The folders in a folder of the root, sorted. */
    static Stream<Path> children(String folder) {
        try (Stream<Path> children = Files.list(ROOT.resolve(folder))) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files with this end below a folder, sorted; none when there is no such folder. */
    static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** A path as people say it: from the root, with slashes. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /** Maven starts tests in their module's folder, an IDE may start them in the root. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("checkstyle.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no checkstyle.xml in " + Path.of("").toAbsolutePath() + " or above");
        }
        return folder;
    }
}
