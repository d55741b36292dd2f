package vos.tck.virtuos;

import static vos.tck.virtuos.VirtuosZoo.files;
import static vos.tck.virtuos.VirtuosZoo.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that take names and paths for something else than they are. */
final class NameMutants {

    private static final List<Mutant> NAMES = List.of(
            files("every name is a name", "The system takes nearly any. Control characters, names that are too long and"
                + " those of unfinished uploads are refused.", root -> new VirtuosZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        if (name.indexOf('\0') >= 0 || name.length() > 255) {
                            throw new Refused("denied", "the system does not take it");
                        }
                    }
                }),
            files("the length of a name is counted in characters", "A name has 255 bytes at most.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        super.checkName(name.length() > 100 && name.length() < 256 ? "a" : name);
                        if (name.getBytes(StandardCharsets.UTF_8).length > 255) {
                            throw new Refused("internal", "the system does not take it");
                        }
                    }
                }),
            files("an absolute path starts at the current directory", "A path that begins with / starts at the root of"
                + " the workspace.", root -> new VirtuosZooFiles(root) {
                    @Override
                    protected boolean isAbsolute(String path) {
                        return false;
                    }
                }),
            files("two dots lead to the root", "They lead to the directory above.", root -> new VirtuosZooFiles(root) {
                @Override
                protected void up(List<String> place) throws IOException {
                    super.up(place);
                    place.clear();
                }
            }),
            session("two dots are refused as a whole name only", "mkdir, touch and rm take no name with two dots in it,"
                + " wherever they stand.", (files, socket) -> new VirtuosZooSession(files, socket) {
                    @Override
                    void refuseTwoDots(String name) throws IOException {
                        super.refuseTwoDots(name.equals("..") ? name : "");
                    }
                }));

    private static final List<Mutant> OUTSIDE = List.of(
            files("two dots lead out of the workspace", "The path is joined to the root and handed to the system.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    protected void up(List<String> place) {
                        upAnywhere(place);
                    }
                }),
            files("the root is compared as text", "A neighbour whose name begins as the root's does is outside.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    public List<String> resolve(List<String> current, String path) throws IOException {
                        Path seen = disk(current).resolve(path).normalize();
                        boolean neighbour = !seen.startsWith(root()) && seen.toString().startsWith(root().toString());
                        return neighbour ? List.of("..", seen.getFileName().toString()) : super.resolve(current, path);
                    }
                }),
            files("who comes back in was never out", "A path that leads above the root is refused, also when it would"
                + " lead back in.", root -> new VirtuosZooFiles(root) {
                    @Override
                    public List<String> resolve(List<String> current, String path) throws IOException {
                        Path seen = disk(current).resolve(path).normalize();
                        boolean back = path.startsWith("../..") && seen.startsWith(root());
                        String rest = root().relativize(seen).toString();
                        return back ? super.resolve(List.of(), rest) : super.resolve(current, path);
                    }
                }),
            files("an absolute path is one of the machine", "Joined to the root, as libraries do it, an absolute path"
                + " replaces the root.", root -> new VirtuosZooFiles(root) {
                    @Override
                    public Path disk(List<String> place) {
                        Path path = Path.of("/" + String.join("/", place));
                        return path.startsWith(root().getParent()) ? path : super.disk(place);
                    }
                }),
            files("links are followed", "Where a link leads is not seen in the path, and may be outside.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }
                }),
            files("only the last part of a path may not be a link", "The parts before it may be links as well.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    public List<String> resolve(List<String> current, String path) throws IOException {
                        int slash = path.lastIndexOf('/');
                        List<String> place = new ArrayList<>(current);
                        if (slash > 0 && Files.isSymbolicLink(disk(current).resolve(path.substring(0, slash)))) {
                            place.addAll(List.of(path.split("/")));
                            return place;
                        }
                        return super.resolve(current, path);
                    }
                }),
            files("links are listed", "What is neither file nor directory is not listed.",
                root -> new VirtuosZooFiles(root) {
                    @Override
                    protected boolean isListed(Path entry) {
                        return !entry.getFileName().toString().startsWith(".vos-");
                    }
                }));

    static final List<Mutant> ALL = Stream.of(NAMES, OUTSIDE).flatMap(List::stream).toList();

    private NameMutants() {
    }
}
