package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that treat names and files in a wrong way. */
final class FileMutants {

    static final List<Mutant> ALL = List.of(
            resolving("names lead anywhere",
                "A name comes from a stranger. Where it leads must be looked at before it is used.",
                (root, name) -> root.resolve(name.startsWith("/") ? name.substring(1) : name)),
            files("an absolute path is one of the server's disk",
                "A path that begins with / begins at the user's directory.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        return path.startsWith("/") && !path.contains("/../") ? Path.of(path) : super.place(path);
                    }
                }),
            resolving("the root is known by how its path begins",
                "/home/ann is the beginning of /home/anna too, which is somebody else's.",
                (root, name) -> within(root, root.resolve(relative(name)).normalize(),
                        place -> place.toString().startsWith(root.toString()))),
            resolving("a path is made straight before it is looked at",
                "A path that leads out of the directory is refused, also when it would lead back in.",
                (root, name) -> within(root, root.resolve(relative(name)).normalize(),
                        place -> place.startsWith(root))),
            files("links are followed",
                "A symbolic link leads wherever somebody wished. No path may have one in it.",
                directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }
                }),
            files("any name is a name",
                "Control characters, line separators and what is kept for unfinished uploads are refused.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        if (name.indexOf('\0') >= 0 || length(name) > 255) {
                            throw new Refused("invalid-name", "this is refused");
                        }
                    }
                }),
            files("the length of a name is counted in characters",
                "A name has 255 bytes at most, and a letter may have several.",
                directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    protected int length(String name) {
                        return name.length() * 4;
                    }
                }),
            files("users share a directory",
                "Each user has a directory that bears the name of the user and is nobody else's.",
                directory -> new OrchestrationZooFiles(directory.resolveSibling("everybody"))),
            files("a directory bears another name",
                "The directory bears the user's name, so that who looks after the server finds it.",
                directory -> new OrchestrationZooFiles(directory.resolve("files"))),
            files("a file is written in its place",
                "Under its name a file appears when it is complete; until then the old one is there.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    protected Upload upload(Path target) throws IOException {
                        return new Upload(target, target) {
                            @Override
                            public void complete() throws IOException {
                                stream().close();
                            }

                            @Override
                            public void drop() throws IOException {
                                stream().close();
                            }
                        };
                    }
                }),
            files("unfinished uploads to one name share a file",
                "Two clients may upload to one name at the same time: each needs a file of its own.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    protected Upload upload(Path target) throws IOException {
                        return new Upload(target, target.resolveSibling(".vos-" + target.getFileName()));
                    }
                }),
            files("the old file is copied over",
                "A new file takes the old one's place; who is reading the old one still reads that.",
                root -> new OrchestrationZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
                            Files.copy(draft, out);
                        }
                        Files.delete(draft);
                    }
                }),
            files("a directory is deleted with its entries",
                "Only a directory without entries is deleted.", root -> new OrchestrationZooFiles(root) {
                    @Override
                    void delete(String path) throws IOException {
                        try (Stream<Path> tree = Files.walk(existing(place(path)))) {
                            for (Path place : tree.sorted(Comparator.reverseOrder()).toList()) {
                                Files.delete(place);
                            }
                        }
                    }
                }),
            files("a directory cannot be deleted",
                "A directory without entries is deleted like a file.",
                directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    void delete(String path) throws IOException {
                        file(path);
                        super.delete(path);
                    }
                }),
            files("what is missing is deleted",
                "What does not exist cannot be deleted, and the client is told so.",
                directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    void delete(String path) throws IOException {
                        if (Files.exists(place(path))) {
                            super.delete(path);
                        }
                    }
                }),
            files("a directory is a file that is missing",
                "A directory is there, but cannot be sent: the answer is another than for what is missing.",
                directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    public Path file(String path) throws IOException {
                        if (Files.isDirectory(existing(place(path)))) {
                            throw new Refused("not-found", "this is refused");
                        }
                        return super.file(path);
                    }
                }));

    private FileMutants() {
    }

    // ---- where a path leads ----------------------------------------------------------------------------------------

    /** Finds a place; by a name that has no slash before it. */
    private interface Resolution {
        Path place(Path root, String name) throws IOException;
    }

    private static Mutant resolving(String name, String explanation, Resolution resolution) {
        return files(name, explanation, directory -> new OrchestrationZooFiles(directory) {
            @Override
            public Path place(String path) throws IOException {
                for (String part : path.split("/")) {
                    checkName(part);
                }
                Path place = resolution.place(root(), path);
                if (isLink(place)) {
                    throw new Refused("outside-the-workspace", "this is a link");
                }
                return place;
            }
        });
    }

    private static String relative(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Path within(Path root, Path place, Predicate<Path> isWithin) throws Refused {
        if (!isWithin.test(place)) {
            throw new Refused("outside-the-workspace", "this is refused");
        }
        return place;
    }
}
