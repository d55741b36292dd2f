package vos.tck.orchestration;

import static vos.tck.orchestration.OrchestrationZoo.withFiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vos.tck.Zoo.Maker;
import vos.tck.Zoo.Mutant;

/** Servers that treat names and files in a wrong way. */
final class FileMutants {

    private FileMutants() {
    }

    static List<Mutant> all() {
        return List.of(namesLeadAnywhere(), anAbsolutePathIsOneOfTheServersDisk(), theRootIsKnownByHowItsPathBegins(),
                aPathIsMadeStraightBeforeItIsLookedAt(), linksAreFollowed(), anyNameIsAName(),
                theLengthOfANameIsCountedInCharacters(), usersShareADirectory(), aDirectoryBearsAnotherName(),
                aFileIsWrittenInItsPlace(), unfinishedUploadsToOneNameShareAFile(), theOldFileIsCopiedOver(),
                aDirectoryIsDeletedWithItsEntries(), aDirectoryCannotBeDeleted(), whatIsMissingIsDeleted(),
                aDirectoryIsAFileThatIsMissing());
    }

    private static Mutant namesLeadAnywhere() {
        return new Mutant("names lead anywhere",
                "A name comes from a stranger. Where it leads must be looked at before it is used.",
                resolving((root, name) -> root.resolve(name.startsWith("/") ? name.substring(1) : name)));
    }

    private static Mutant anAbsolutePathIsOneOfTheServersDisk() {
        return new Mutant("an absolute path is one of the server's disk",
                "A path that begins with / begins at the user's directory.",
                root -> withFiles(root, AbsolutePaths::new));
    }

    private static Mutant theRootIsKnownByHowItsPathBegins() {
        return new Mutant("the root is known by how its path begins",
                "/home/ann is the beginning of /home/anna too, which is somebody else's.",
                resolving((root, name) -> within(root, root.resolve(relative(name)).normalize(),
                        place -> place.toString().startsWith(root.toString()))));
    }

    private static Mutant aPathIsMadeStraightBeforeItIsLookedAt() {
        return new Mutant("a path is made straight before it is looked at",
                "A path that leads out of the directory is refused, also when it would lead back in.",
                resolving((root, name) -> within(root, root.resolve(relative(name)).normalize(),
                        place -> place.startsWith(root))));
    }

    private static Mutant linksAreFollowed() {
        return new Mutant("links are followed",
                "A symbolic link leads wherever somebody wished. No path may have one in it.",
                root -> withFiles(root, directory -> new ZooFiles(directory) {
                    @Override
                    void refuseLink(Path place) {
                        // It does not look.
                    }
                }));
    }

    private static Mutant anyNameIsAName() {
        return new Mutant("any name is a name",
                "Control characters, line separators and what is kept for unfinished uploads are refused.",
                root -> withFiles(root, TakesAnyName::new));
    }

    private static Mutant theLengthOfANameIsCountedInCharacters() {
        return new Mutant("the length of a name is counted in characters",
                "A name has 255 bytes at most, and a letter may have several.",
                root -> withFiles(root, directory -> new ZooFiles(directory) {
                    @Override
                    int length(String name) {
                        return name.length() * 4;
                    }
                }));
    }

    private static Mutant usersShareADirectory() {
        return new Mutant("users share a directory",
                "Each user has a directory that bears the name of the user and is nobody else's.",
                root -> withFiles(root, directory -> new ZooFiles(directory.resolveSibling("everybody"))));
    }

    private static Mutant aDirectoryBearsAnotherName() {
        return new Mutant("a directory bears another name",
                "The directory bears the user's name, so that who looks after the server finds it.",
                root -> withFiles(root, directory -> new ZooFiles(directory.resolve("files"))));
    }

    private static Mutant aFileIsWrittenInItsPlace() {
        return new Mutant("a file is written in its place",
                "Under its name a file appears when it is complete; until then the old one is there.",
                root -> withFiles(root, WritesInPlace::new));
    }

    private static Mutant unfinishedUploadsToOneNameShareAFile() {
        return new Mutant("unfinished uploads to one name share a file",
                "Two clients may upload to one name at the same time: each needs a file of its own.",
                root -> withFiles(root, SharesUnfinishedFiles::new));
    }

    private static Mutant theOldFileIsCopiedOver() {
        return new Mutant("the old file is copied over",
                "A new file takes the old one's place; who is reading the old one still reads that.",
                root -> withFiles(root, CopiesOver::new));
    }

    private static Mutant aDirectoryIsDeletedWithItsEntries() {
        return new Mutant("a directory is deleted with its entries",
                "Only a directory without entries is deleted.", root -> withFiles(root, DeletesTrees::new));
    }

    private static Mutant aDirectoryCannotBeDeleted() {
        return new Mutant("a directory cannot be deleted",
                "A directory without entries is deleted like a file.",
                root -> withFiles(root, directory -> new ZooFiles(directory) {
                    @Override
                    void delete(String path) throws IOException {
                        file(path);
                        super.delete(path);
                    }
                }));
    }

    private static Mutant whatIsMissingIsDeleted() {
        return new Mutant("what is missing is deleted",
                "What does not exist cannot be deleted, and the client is told so.",
                root -> withFiles(root, directory -> new ZooFiles(directory) {
                    @Override
                    void delete(String path) throws IOException {
                        if (Files.exists(resolve(path))) {
                            super.delete(path);
                        }
                    }
                }));
    }

    private static Mutant aDirectoryIsAFileThatIsMissing() {
        return new Mutant("a directory is a file that is missing",
                "A directory is there, but cannot be sent: the answer is another than for what is missing.",
                root -> withFiles(root, directory -> new ZooFiles(directory) {
                    @Override
                    Path file(String path) throws IOException {
                        if (Files.isDirectory(existing(path))) {
                            throw new ZooRefusal("not-found");
                        }
                        return super.file(path);
                    }
                }));
    }

    // ---- where a path leads ----------------------------------------------------------------------------------------

    /** Finds a place; by a name that has no slash before it. */
    private interface Resolution {
        Path place(Path root, String name) throws IOException;
    }

    private static Maker resolving(Resolution resolution) {
        return root -> withFiles(root, directory -> new ZooFiles(directory) {
            @Override
            Path resolve(String path) throws IOException {
                for (String part : path.split("/")) {
                    checked(part);
                }
                Path place = resolution.place(root(), path);
                refuseLink(place);
                return place;
            }
        });
    }

    private static String relative(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Path within(Path root, Path place, Predicate<Path> isWithin) throws ZooRefusal {
        if (!isWithin.test(place)) {
            throw new ZooRefusal("outside-the-workspace");
        }
        return place;
    }

    private static final class AbsolutePaths extends ZooFiles {

        AbsolutePaths(Path root) throws IOException {
            super(root);
        }

        @Override
        Path resolve(String path) throws IOException {
            return path.startsWith("/") && !path.contains("/../") ? Path.of(path) : super.resolve(path);
        }
    }

    private static final class TakesAnyName extends ZooFiles {

        TakesAnyName(Path root) throws IOException {
            super(root);
        }

        @Override
        String checked(String name) throws IOException {
            if (name.indexOf('\0') >= 0 || length(name) > 255) {
                throw new ZooRefusal("invalid-name");
            }
            return name;
        }
    }

    // ---- storing and deleting --------------------------------------------------------------------------------------

    /** An upload that goes to a file at once. */
    private static ZooFiles.Upload to(OutputStream out) {
        return new ZooFiles.Upload() {
            @Override
            public void write(byte[] chunk) throws IOException {
                out.write(chunk);
            }

            @Override
            public void complete() throws IOException {
                out.close();
            }

            @Override
            public void drop() throws IOException {
                out.close();
            }
        };
    }

    private static final class WritesInPlace extends ZooFiles {

        WritesInPlace(Path root) throws IOException {
            super(root);
        }

        @Override
        Upload upload(Path place) throws IOException {
            return to(Files.newOutputStream(place));
        }
    }

    private static final class SharesUnfinishedFiles extends ZooFiles {

        SharesUnfinishedFiles(Path root) throws IOException {
            super(root);
        }

        @Override
        Upload upload(Path place) throws IOException {
            Path beside = place.resolveSibling(".vos-" + place.getFileName());
            Upload shared = to(Files.newOutputStream(beside));
            return new Upload() {
                @Override
                public void write(byte[] chunk) throws IOException {
                    shared.write(chunk);
                }

                @Override
                public void complete() throws IOException {
                    shared.complete();
                    move(beside, place);
                }

                @Override
                public void drop() throws IOException {
                    shared.drop();
                    Files.deleteIfExists(beside);
                }
            };
        }
    }

    private static final class CopiesOver extends ZooFiles {

        CopiesOver(Path root) throws IOException {
            super(root);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                Files.copy(from, out);
            }
            Files.delete(from);
        }
    }

    private static final class DeletesTrees extends ZooFiles {

        DeletesTrees(Path root) throws IOException {
            super(root);
        }

        @Override
        void delete(String path) throws IOException {
            try (Stream<Path> tree = Files.walk(existing(path))) {
                for (Path place : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(place);
                }
            }
        }
    }
}
