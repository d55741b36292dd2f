package vos.tck.virtuos;

import static vos.tck.virtuos.VirtuosZoo.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Zoo.Mutant;

/** Servers that do something else with files and directories than they were told. */
final class FileMutants {

    private static final List<Mutant> DIRECTORIES = List.of(
            files("mkdir makes one directory only", "In the published form those above it are made as well.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    void makeAll(List<String> place) throws IOException {
                        if (!Files.isDirectory(disk(place))) {
                            makeOne(place);
                        }
                    }
                }),
            files("mkdir refuses a directory that exists", "In the published form it is as good as made.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    void makeAll(List<String> place) throws IOException {
                        super.makeAll(place.subList(0, Math.max(0, place.size() - 1)));
                        makeOne(place);
                    }
                }),
            files("rm removes a directory with all that is in it", "Only an empty directory is removed.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    boolean remove(List<String> place) throws IOException {
                        if (!Files.isDirectory(disk(place))) {
                            return super.remove(place);
                        }
                        try (Stream<Path> all = Files.walk(disk(place))) {
                            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                                Files.delete(path);
                            }
                        }
                        return true;
                    }
                }),
            files("rm answers before it has removed", "What is acknowledged has been done.",
                root -> new VirtuosZooFiles(root) {
                @Override
                protected void delete(Path path) {
                    Thread.ofVirtual().start(() -> {
                        VirtuosZooSession.sleep(300);
                        path.toFile().delete();
                    });
                }
            }),
            files("touch empties a file that exists", "The file is opened for writing. It stays as it is.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    void touch(List<String> place) throws IOException {
                        super.touch(place);
                        Files.write(disk(place), new byte[0]);
                    }
                }),
            files("touch sets the time of a file that exists", "It stays as it is.", root -> new VirtuosZooFiles(root) {
                @Override
                void touch(List<String> place) throws IOException {
                    super.touch(place);
                    Files.setLastModifiedTime(disk(place), FileTime.from(Instant.now()));
                }
            }));

    private static final List<Mutant> STORED = List.of(
            files("an upload is written over the old content", "The end of a longer file stays behind the new content.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        byte[] old = Files.exists(target) ? Files.readAllBytes(target) : new byte[0];
                        byte[] fresh = Files.readAllBytes(draft);
                        byte[] both = Arrays.copyOf(fresh, Math.max(old.length, fresh.length));
                        for (int i = fresh.length; i < old.length; i++) {
                            both[i] = old[i];
                        }
                        Files.write(draft, both);
                        super.publish(draft, target);
                    }
                }),
            files("an upload does not replace a file", "It replaces a file of that name.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        if (Files.exists(target)) {
                            Files.delete(draft);
                        } else {
                            super.publish(draft, target);
                        }
                    }
                }),
            files("a file is sent with a single read", "A read gives a part of a large file, the rest needs others.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    void send(Path file, OutputStream out) throws IOException {
                        byte[] buffer = new byte[60_000];
                        try (var in = Files.newInputStream(file)) {
                            out.write(buffer, 0, Math.max(0, in.read(buffer)));
                        }
                    }
                }),
            files("a download of a directory is an empty file", "There is no file of that name.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    Path file(List<String> place) throws IOException {
                        return Files.isDirectory(disk(place)) ? Path.of("/dev/null") : super.file(place);
                    }
                }),
            files("an upload makes the directories that are missing", "It fails, and nothing is made.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    Path begin(List<String> place) throws IOException {
                        if (!place.isEmpty()) {
                            makeAll(place.subList(0, place.size() - 1));
                        }
                        return super.begin(place);
                    }
                }));

    private static final List<Mutant> DRAFTS = List.of(
            files("an upload is visible while it is under way", "The content is written to the file's own name as it"
                + " comes, as in the published server.", root -> new VirtuosZooFiles(root) {
                    @Override
                    Path begin(List<String> place) throws IOException {
                        Files.delete(super.begin(place));
                        return disk(place);
                    }

                    @Override
                    public void publish(Path draft, Path target) {
                        // It is there already.
                    }

                    @Override
                    void abandon(Path draft) {
                        // Half of it stays.
                    }
                }),
            files("all uploads to one name have one temporary file", "Two clients write into each other's content.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    Path begin(List<String> place) throws IOException {
                        Files.delete(super.begin(place));
                        Path draft = draftOf(place);
                        return Files.exists(draft) ? draft : Files.createFile(draft);
                    }

                    private Path draftOf(List<String> place) {
                        Path file = disk(place);
                        return file.resolveSibling(".vos-" + file.getFileName());
                    }

                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        Files.copy(draft, super.draft(target));
                        Files.write(target, Files.readAllBytes(draft));
                    }
                }),
            files("an unfinished upload has a name that is listed", "Its name begins with .vos-, and no command lists"
                + " or names it.", root -> new VirtuosZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        String name = super.draft(target).getFileName().toString();
                        return target.resolveSibling(name.replace(".vos-", "upload-"));
                    }

                    @Override
                    void abandon(Path draft) {
                        // It stays until somebody looks after it.
                    }
                }),
            files("the old file is removed when an upload begins", "It stays whole until the new one is complete.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    Path begin(List<String> place) throws IOException {
                        Path draft = super.begin(place);
                        Files.deleteIfExists(disk(place));
                        return draft;
                    }
                }),
            files("a finished upload is copied into the old file", "Whoever is reading the old file reads something of"
                + " both.", root -> new VirtuosZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        Files.write(target, Files.readAllBytes(draft));
                    }
                }));

    static final List<Mutant> ALL = Stream.of(DIRECTORIES, STORED, DRAFTS).flatMap(List::stream).toList();

    private FileMutants() {
    }
}
