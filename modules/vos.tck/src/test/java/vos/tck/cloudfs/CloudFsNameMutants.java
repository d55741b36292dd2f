package vos.tck.cloudfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with names and paths. */
final class CloudFsNameMutants {

    private CloudFsNameMutants() {
    }

    static List<Mutant> all() {
        return Stream.of(paths(), names()).flatMap(List::stream).toList();
    }

    /** Paths. */
    private static List<Mutant> paths() {
        return List.of(
                new Mutant(".. leads out of the root",
                        "A path that leads above the root is refused, also when it would lead back in.",
                        CloudFsZoo.files(Climbing::new)),
                new Mutant(".. at the root is the root",
                        "As in a shell of the host; here such a path is refused, so that nobody is taken to a place "
                        + "that was not meant.",
                        CloudFsZoo.files(Staying::new)),
                new Mutant("an absolute path is one of the host",
                        "A path that begins with / starts at the root of the workspace.",
                        CloudFsZoo.files(Absolute::new)),
                new Mutant("an absolute path is refused",
                        "A path that begins with / starts at the root of the workspace.",
                        CloudFsZoo.files(Relative::new)),
                new Mutant("what begins like the root is within it",
                        "/srv/root2 begins with /srv/root and is not in it: compare names, not characters.",
                        CloudFsZoo.files(Beginning::new)),
                new Mutant("links are followed",
                        "A link in the workspace may lead anywhere.",
                        CloudFsZoo.files(Following::new)),
                new Mutant("links are listed",
                        "What no command can use is not listed.",
                        CloudFsZoo.files(Listing::new)));
    }

    /** Names, and what is told of them. */
    private static List<Mutant> names() {
        return List.of(
                new Mutant("any name is taken",
                        "Control characters, and names that begin with .vos-, are refused.",
                        CloudFsZoo.files(Taking::new)),
                new Mutant("the length of a name is counted in characters",
                        "A name has at most 255 bytes.",
                        CloudFsZoo.files(Counting::new)),
                new Mutant("every name with two dots is refused",
                        "Only the name .. has a meaning.",
                        CloudFsZoo.files(Suspicious::new)),
                new Mutant("names are listed as they come",
                        "They are sorted.",
                        CloudFsZoo.files(Unsorted::new)),
                new Mutant("cd does not concern uploads and downloads",
                        "Their names begin at the current directory, as those of commands.",
                        CloudFsZoo.session(AtRoot::new)),
                new Mutant("mv does not look whether its destination is a directory",
                        "What is moved into a directory keeps its name.",
                        CloudFsZoo.files(Replacing::new)),
                new Mutant("errors tell the path on the disk",
                        "Where the workspace lies is nobody's business.",
                        CloudFsZoo.files(Telling::new)));
    }

    private static final class Climbing extends CloudFsZooFiles {

        Climbing(Path root) {
            super(root);
        }

        @Override
        public Path place(String path) {
            return disk(here()).resolve(path.replaceFirst("^/+", "")).normalize();
        }
    }

    private static final class Staying extends CloudFsZooFiles {

        Staying(Path root) {
            super(root);
        }

        @Override
        protected void up(List<String> names) {
            if (!names.isEmpty()) {
                names.removeLast();
            }
        }
    }

    private static final class Absolute extends CloudFsZooFiles {

        Absolute(Path root) {
            super(root);
        }

        @Override
        public Path place(String path) throws IOException {
            return path.startsWith("/") ? Path.of(path) : super.place(path);
        }
    }

    private static final class Relative extends CloudFsZooFiles {

        Relative(Path root) {
            super(root);
        }

        @Override
        public Path place(String path) throws IOException {
            if (path.startsWith("/")) {
                throw new Refused("outside-the-workspace", "the path is absolute");
            }
            return super.place(path);
        }
    }

    private static final class Beginning extends CloudFsZooFiles {

        Beginning(Path root) {
            super(root);
        }

        @Override
        public Path place(String path) throws IOException {
            Path here = disk(here());
            Path place = here.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!place.toString().startsWith(root().toString())) {
                throw new Refused("outside-the-workspace", "the path leads out of the workspace");
            }
            checkName(place.getFileName().toString());
            return place;
        }
    }

    private static final class Following extends CloudFsZooFiles {

        Following(Path root) {
            super(root);
        }

        @Override
        protected boolean isLink(Path place) {
            return false;
        }
    }

    private static final class Listing extends CloudFsZooFiles {

        Listing(Path root) {
            super(root);
        }

        @Override
        protected boolean isListed(Path entry) {
            return !entry.getFileName().toString().startsWith(".");
        }
    }

    private static final class Taking extends CloudFsZooFiles {

        Taking(Path root) {
            super(root);
        }

        @Override
        protected void checkName(String name) {
            // The system will know.
        }
    }

    private static final class Counting extends CloudFsZooFiles {

        Counting(Path root) {
            super(root);
        }

        @Override
        protected int length(String name) {
            return name.length();
        }
    }

    private static final class Suspicious extends CloudFsZooFiles {

        Suspicious(Path root) {
            super(root);
        }

        @Override
        protected void checkName(String name) throws IOException {
            super.checkName(name);
            if (name.contains("..")) {
                throw new Refused("invalid-name", "the name cannot be used");
            }
        }
    }

    private static final class Unsorted extends CloudFsZooFiles {

        Unsorted(Path root) {
            super(root);
        }

        /** The other way round: the order in which a system gives them may be the right one by chance. */
        @Override
        protected List<String> sorted(Stream<String> names) {
            return super.sorted(names).reversed();
        }
    }

    /** Resolves the names of uploads and downloads at the root. */
    private static final class AtRoot extends CloudFsZooSession {

        AtRoot(Parts parts) {
            super(parts);
        }

        @Override
        protected String name(String request) {
            String name = super.name(request);
            return request.startsWith("RUN ") || name.isEmpty() ? name : "/" + name;
        }
    }

    private static final class Replacing extends CloudFsZooFiles {

        Replacing(Path root) {
            super(root);
        }

        @Override
        protected Path destination(Path source, Path target) throws IOException {
            return Files.isDirectory(target) ? target : super.destination(source, target);
        }
    }

    private static final class Telling extends CloudFsZooFiles {

        Telling(Path root) {
            super(root);
        }

        @Override
        protected String missing(Path place) {
            return "No such file or directory: " + place;
        }
    }
}
