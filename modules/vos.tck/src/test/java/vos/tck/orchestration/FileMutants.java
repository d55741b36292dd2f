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
import vos.tck.Refused;
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
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
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
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    protected int length(String name) {
                        return name.length() * 4;
                    }
                }));
    }

    private static Mutant usersShareADirectory() {
        return new Mutant("users share a directory",
                "Each user has a directory that bears the name of the user and is nobody else's.",
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory.resolveSibling("everybody"))));
    }

    private static Mutant aDirectoryBearsAnotherName() {
        return new Mutant("a directory bears another name",
                "The directory bears the user's name, so that who looks after the server finds it.",
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory.resolve("files"))));
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
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
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
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    void delete(String path) throws IOException {
                        if (Files.exists(place(path))) {
                            super.delete(path);
                        }
                    }
                }));
    }

    private static Mutant aDirectoryIsAFileThatIsMissing() {
        return new Mutant("a directory is a file that is missing",
                "A directory is there, but cannot be sent: the answer is another than for what is missing.",
                root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
                    @Override
                    public Path file(String path) throws IOException {
                        if (Files.isDirectory(existing(place(path)))) {
                            throw new Refused("not-found", "this is refused");
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
        return root -> withFiles(root, directory -> new OrchestrationZooFiles(directory) {
            @Override
            public Path place(String path) throws IOException {
                for (String name : path.split("/")) {
                    checkName(name);
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

    private static final class AbsolutePaths extends OrchestrationZooFiles {

        AbsolutePaths(Path root) throws IOException {
            super(root);
        }

        @Override
        public Path place(String path) throws IOException {
            return path.startsWith("/") && !path.contains("/../") ? Path.of(path) : super.place(path);
        }
    }

    private static final class TakesAnyName extends OrchestrationZooFiles {

        TakesAnyName(Path root) throws IOException {
            super(root);
        }

        @Override
        protected void checkName(String name) throws IOException {
            if (name.indexOf('\0') >= 0 || length(name) > 255) {
                throw new Refused("invalid-name", "this is refused");
            }
        }
    }

    // ---- storing and deleting --------------------------------------------------------------------------------------

    private static final class WritesInPlace extends OrchestrationZooFiles {

        WritesInPlace(Path root) throws IOException {
            super(root);
        }

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
    }

    private static final class SharesUnfinishedFiles extends OrchestrationZooFiles {

        SharesUnfinishedFiles(Path root) throws IOException {
            super(root);
        }

        @Override
        public Path draft(Path target) {
            return target.resolveSibling(".vos-" + target.getFileName());
        }
    }

    private static final class CopiesOver extends OrchestrationZooFiles {

        CopiesOver(Path root) throws IOException {
            super(root);
        }

        @Override
        public void publish(Path draft, Path target) throws IOException {
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                Files.copy(draft, out);
            }
            Files.delete(draft);
        }
    }

    private static final class DeletesTrees extends OrchestrationZooFiles {

        DeletesTrees(Path root) throws IOException {
            super(root);
        }

        @Override
        void delete(String path) throws IOException {
            try (Stream<Path> tree = Files.walk(existing(place(path)))) {
                for (Path place : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(place);
                }
            }
        }
    }
}
