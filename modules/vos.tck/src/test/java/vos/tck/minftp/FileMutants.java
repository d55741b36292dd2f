package vos.tck.minftp;

import static vos.tck.minftp.MiniFtpZoo.files;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that do something else with files than they were told, or let clients out of the workspace. */
final class FileMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("mv looks where another session has gone last",
                "The current directory is that of the process (chdir), and there is only one. Each session"
                + " has to keep its own.",
                root -> new MiniFtpZooServer(root) {
                    private final AtomicReference<List<String>> last = new AtomicReference<>(List.of());

                    @Override
                    protected MiniFtpZooSession session(Socket socket) {
                        return new MiniFtpZooSession(socket, new MiniFtpZooFiles(directory()) {
                            @Override
                            void enter(String path) throws IOException {
                                super.enter(path);
                                last.set(here());
                            }

                            @Override
                            void move(String from, String to) throws IOException {
                                String there = "/" + String.join("/", last.get()) + "/";
                                super.move(from, to.startsWith("/") ? to : there + to);
                            }
                        });
                    }
                }),
            files("cd accepts what is not there",
                "The path is joined and kept, and nobody looks whether there is such a directory.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void enter(String path) throws IOException {
                        enter(path.isEmpty() ? here() : names(here(), path));
                    }
                }),
            files("cd without a name leads to the root",
                "A shell's cd leads home. Here, without a name, it stays where it is.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void enter(String path) throws IOException {
                        super.enter(path.isEmpty() ? "/" : path);
                    }
                }),
            files("mkdir of what is there succeeds",
                "Two clients that make one directory would both believe that it is theirs.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void makeDirectory(String path) throws IOException {
                        if (!Files.exists(place(path))) {
                            super.makeDirectory(path);
                        }
                    }
                }),
            files("mkdir makes the directories above too",
                "A mistyped path makes a tree of directories. The parent must exist.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void makeDirectory(String path) throws IOException {
                        List<String> names = names(here(), path);
                        if (path.contains("/") && names.size() > 1) {
                            Files.createDirectories(disk(names).getParent());
                        }
                        super.makeDirectory(path);
                    }
                }),
            files("rm of what is not there succeeds",
                "The client is told that a file is gone that was never there: it has probably mistyped the"
                + " name.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void remove(String path) throws IOException {
                        if (Files.exists(place(path))) {
                            super.remove(path);
                        }
                    }
                }),
            files("rm removes a directory with all that is in it",
                "rm removes an empty directory only: nobody shall lose files by one word.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean isEmpty(Path directory) throws IOException {
                        try (Stream<Path> tree = Files.walk(directory)) {
                            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                                if (!file.equals(directory)) {
                                    Files.delete(file);
                                }
                            }
                        }
                        return true;
                    }
                }),
            files("rm removes the current directory",
                "The session is then in a directory that does not exist, and nothing works any more.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean isUnderfoot(Path place) {
                        return false;
                    }
                }),
            moving("mv does not move into a directory",
                "When the destination is a directory, the file goes into it and keeps its name.",
                Files::isDirectory),
            files("mv keeps the whole path behind the directory",
                "Only the last name is kept: mv one/file two gives two/file.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    void move(String from, String to) throws IOException {
                        super.move(from, Files.isDirectory(place(to)) ? to + "/" + from : to);
                    }
                }),
            moving("mv does not replace a file",
                "mv replaces a file that has the new name, in one step.",
                Files::isRegularFile),
            files("a path of several names is refused",
                "DIR and NAME may be paths: names with / between them.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        if (path.indexOf('/') > 0) {
                            throw new Refused("invalid-name", "a name holds no slash");
                        }
                        return super.names(from, path);
                    }
                }),
            files("a path that begins with / is looked for in the current directory",
                "A path that begins with / starts at the root of the workspace, wherever the session is.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        return super.names(from, path.length() > 1 ? path.replaceFirst("^/+", "") : path);
                    }
                }),
            files("absolute paths are those of the server's disk",
                "To join the root and an absolute path gives the absolute path, in nearly every language."
                + " Look at the names one by one.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        String disk = root().toString();
                        return super.names(from, path.startsWith(disk) ? path.substring(disk.length()) : path);
                    }
                }),
            files(".. leads above the root",
                "The names are joined with the path of the root, and the system follows the .. in them"
                + " wherever they lead.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected void up(List<String> names) {
                        upAnywhere(names);
                    }
                }),
            files("whether a path is within the root is asked of its text",
                "/srv/root2 begins with /srv/root, and is no part of it. Compare name by name.",
                root -> new Simplified(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        return within(from, path, place -> place.toString().startsWith(root.toString()));
                    }
                }),
            files("the path is made simple before it is looked at",
                "A path that leads above the root and back into it tells what the root is called. It is"
                + " refused at its first step out.",
                root -> new Simplified(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        return within(from, path, place -> place.startsWith(root));
                    }
                }),
            files("links are followed",
                "A link in the workspace leads to any place of the disk, although the path has no .. in it.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }
                }),
            files("links that lead to places within the root are followed",
                "Links are never followed, wherever they lead; one that leads nowhere yet may be followed"
                + " by a file that is made.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        try {
                            return !place.toRealPath().startsWith(root.toRealPath());
                        } catch (IOException nothingThere) {
                            return false;
                        }
                    }
                }),
            files("control characters are taken into names",
                "They come out again on terminals, in logs and in status lines, where they mean something.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected boolean holdsNoText(String name) {
                        return name.indexOf(0) >= 0;
                    }
                }),
            files("the length of a name is counted in characters",
                "The limit of 255 is one of bytes: with two or more for a character it is reached much"
                + " earlier.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected int length(String name) {
                        return name.length();
                    }
                }),
            files("names that begin with .vos- are taken",
                "They belong to uploads under way: a client could read or replace one.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        super.checkName(name.startsWith(".vos-") ? "vos" : name);
                    }
                }),
            files("an empty name is the current directory",
                "Only cd may come without a name. For all others it is invalid.",
                root -> new MiniFtpZooFiles(root) {
                    @Override
                    protected List<String> names(List<String> from, String path) throws IOException {
                        return super.names(from, path.isEmpty() ? "." : path);
                    }
                }));

    private FileMutants() {
    }

    /** A server whose mv takes the names of some places for taken. */
    private static Mutant moving(String name, String explanation, Predicate<Path> isTaken) {
        return files(name, explanation, root -> new MiniFtpZooFiles(root) {
            @Override
            void move(String from, String to) throws IOException {
                if (isTaken.test(place(to))) {
                    throw new Refused("already-exists", "the name is taken");
                }
                super.move(from, to);
            }
        });
    }

    /** Lets the system work out where a path leads, and looks at the result. */
    private static class Simplified extends MiniFtpZooFiles {

        Simplified(Path root) {
            super(root);
        }

        List<String> within(List<String> from, String path, Predicate<Path> allowed) throws IOException {
            super.names(from, path.replace("..", "."));
            Path start = path.startsWith("/") ? root() : disk(from);
            Path place = start.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!allowed.test(place)) {
                throw new Refused("outside-the-workspace", "the path leads above the root");
            }
            return place.equals(root()) ? List.of() : List.of(root().relativize(place).toString().split("/"));
        }
    }
}
