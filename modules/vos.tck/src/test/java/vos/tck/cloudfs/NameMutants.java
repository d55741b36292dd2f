package vos.tck.cloudfs;

import static vos.tck.cloudfs.CloudFsZoo.files;
import static vos.tck.cloudfs.CloudFsZoo.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** What goes wrong with names and paths. */
final class NameMutants {

    /** Paths. */
    private static final List<Mutant> PATHS = List.of(
            files(".. leads out of the root",
                "A path that leads above the root is refused, also when it would lead back in.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path place(String path) {
                        return disk(here()).resolve(path.replaceFirst("^/+", "")).normalize();
                    }
                }),
            files(".. at the root is the root",
                "As in a shell of the host; here such a path is refused, so that nobody is taken to a place "
                + "that was not meant.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected void up(List<String> names) {
                        if (!names.isEmpty()) {
                            names.removeLast();
                        }
                    }
                }),
            files("an absolute path is one of the host",
                "A path that begins with / starts at the root of the workspace.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        return path.startsWith("/") ? Path.of(path) : super.place(path);
                    }
                }),
            files("an absolute path is refused",
                "A path that begins with / starts at the root of the workspace.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        if (path.startsWith("/")) {
                            throw new Refused("outside-the-workspace", "the path is absolute");
                        }
                        return super.place(path);
                    }
                }),
            files("what begins like the root is within it",
                "/srv/root2 begins with /srv/root and is not in it: compare names, not characters.",
                root -> new CloudFsZooFiles(root) {
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
                }),
            files("links are followed",
                "A link in the workspace may lead anywhere.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }
                }),
            files("links are listed",
                "What no command can use is not listed.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected boolean isListed(Path entry) {
                        return !entry.getFileName().toString().startsWith(".");
                    }
                }));

    /** Names, and what is told of them. */
    private static final List<Mutant> NAMES = List.of(
            files("any name is taken",
                "Control characters, and names that begin with .vos-, are refused.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected void checkName(String name) {
                        // The system will know.
                    }
                }),
            files("the length of a name is counted in characters",
                "A name has at most 255 bytes.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected int length(String name) {
                        return name.length();
                    }
                }),
            files("every name with two dots is refused",
                "Only the name .. has a meaning.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        super.checkName(name);
                        if (name.contains("..")) {
                            throw new Refused("invalid-name", "the name cannot be used");
                        }
                    }
                }),
            files("names are listed as they come",
                "They are sorted.",
                root -> new CloudFsZooFiles(root) {
                    /** The other way round: the order in which a system gives them may be the right one by chance. */
                    @Override
                    protected List<String> sorted(Stream<String> names) {
                        return super.sorted(names).reversed();
                    }
                }),
            session("cd does not concern uploads and downloads",
                "Their names begin at the current directory, as those of commands.",
                parts -> new CloudFsZooSession(parts) {
                    // Resolves the names of uploads and downloads at the root.
                    @Override
                    protected String name(String request) {
                        String name = super.name(request);
                        return request.startsWith("RUN ") || name.isEmpty() ? name : "/" + name;
                    }
                }),
            files("mv does not look whether its destination is a directory",
                "What is moved into a directory keeps its name.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected Path destination(Path source, Path target) throws IOException {
                        return Files.isDirectory(target) ? target : super.destination(source, target);
                    }
                }),
            files("errors tell the path on the disk",
                "Where the workspace lies is nobody's business.",
                root -> new CloudFsZooFiles(root) {
                    @Override
                    protected String missing(Path place) {
                        return "No such file or directory: " + place;
                    }
                }));

    static final List<Mutant> ALL = Stream.of(PATHS, NAMES).flatMap(List::stream).toList();

    private NameMutants() {
    }
}
