package vos.tck.filesharing;

import static vos.tck.filesharing.FileSharingZoo.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vos.tck.Refused;
import vos.tck.Zoo.Mutant;

/** Servers that find the wrong file, or make the wrong thing of an upload. */
final class FileMutants {

    static final List<Mutant> ALL = List.of(
            files(".. is followed out of the root",
                "The server joins its directory and the name of the client's, and does not look where .. leads.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected void up(List<String> names) {
                        upAnywhere(names);
                    }
                }),
            files("an absolute path is one of the machine",
                "A path that begins with / is taken as a path of the server's machine. It begins at the root of "
                + "what is served.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        return path.startsWith("/") ? Path.of("/").resolve(path) : super.place(path);
                    }
                }),
            files("the root is compared letter by letter",
                "Whether a path lies in the root is asked of its letters: /srv/files2 begins with /srv/files, and "
                + "is somewhere else.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        if (!path.contains("..")) {
                            return super.place(path);
                        }
                        Path found = root().resolve(path).normalize();
                        if (!found.toString().startsWith(root().toString())) {
                            throw new Refused("outside-the-workspace", "this leads above the root");
                        }
                        return found;
                    }
                }),
            files("links are followed",
                "The server opens what a link leads to, inside the root or outside. Links are never followed.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }
                }),
            files("a link to nowhere is a free name",
                "Whether a name is taken is asked of what a link leads to. If that does not exist, the upload is "
                + "written there.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected boolean isLink(Path place) {
                        return false;
                    }

                    @Override
                    protected boolean isTaken(Path target) {
                        return Files.exists(target);
                    }

                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        Files.copy(draft, Files.isSymbolicLink(target)
                                ? target.resolveSibling(Files.readSymbolicLink(target)) : target);
                    }
                }),
            files("every name is allowed that the system allows",
                "Control characters, replacement characters and the names of unfinished uploads are not refused.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        try {
                            return super.place(path);
                        } catch (InvalidPathException e) {
                            throw new Refused("internal", "the system does not know such names");
                        }
                    }

                    @Override
                    protected void checkName(String name) {
                    }
                }),
            files(". is a name like any other",
                "The parts of a path are names, and . and .. are looked for as if they were files.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public Path place(String path) throws IOException {
                        if (Arrays.asList(path.split("/")).contains(".")) {
                            throw new Refused("invalid-name", "no file may have this name");
                        }
                        return super.place(path);
                    }
                }),
            files("names have at most 100 bytes",
                "Names are cut or refused that are longer than the server's author expected. They may have 255 "
                + "bytes.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected void checkName(String name) throws IOException {
                        if (name.length() > 100) {
                            throw new Refused("invalid-name", "the name is too long");
                        }
                        super.checkName(name);
                    }
                }),
            files("missing directories are made",
                "An upload into a directory that does not exist makes it. The path is wrong, and the upload has "
                + "to be refused.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    Path free(String path) throws IOException {
                        Files.createDirectories(place(path).getParent());
                        return super.free(path);
                    }
                }),
            files("an upload is visible while it is under way",
                "What comes is written to the file's own name. Whoever downloads it meanwhile gets a part of it. "
                + "It has to be written to another name, and be renamed when it is complete.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public Path draft(Path target) {
                        return target;
                    }

                    @Override
                    public void publish(Path draft, Path target) {
                    }

                    @Override
                    void abandon(Path draft) {
                    }
                }),
            files("unfinished uploads are left behind",
                "The file in which an upload was kept stays when the upload is broken off, and nobody ever "
                + "removes it.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        super.publish(draft, target);
                        super.abandon(draft);
                    }

                    @Override
                    void abandon(Path draft) {
                    }

                    @Override
                    void sweep() {
                    }
                }),
            new Mutant("a reset is taken for the end",
                "A read that fails is treated like one that gives no more: what has come is stored. A sender that "
                + "resets its connection has not finished.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        try {
                            return super.receive(in, out);
                        } catch (SocketException e) {
                            return 1;
                        }
                    }
                }),
            files("an upload replaces",
                "A file of the same name is replaced, as most systems do when a file is opened for writing or "
                + "renamed. An upload never replaces.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    protected boolean isTaken(Path target) {
                        return Files.isDirectory(target);
                    }

                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        Files.copy(draft, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }),
            files("whether the name is free is asked at the beginning",
                "When the upload is complete, another may have taken its name, and is replaced. The question and "
                + "the answer have to be one step, at the end.",
                root -> new FileSharingZooFiles(root) {
                    @Override
                    public void publish(Path draft, Path target) throws IOException {
                        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }),
            new Mutant("an empty file is refused",
                "A content without a byte is taken for a client that went away. An empty file is a file.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        long size = super.receive(in, out);
                        if (size == 0) {
                            throw new IOException("no content has come");
                        }
                        return size;
                    }
                }),
            new Mutant("what was stored is lost when the process ends",
                "Files are kept in memory, or in a cache that is written later. Whatever was acknowledged has to "
                + "be there when the process was killed.",
                root -> new FileSharingZooServer(root) {
                    private final Set<Path> stored = ConcurrentHashMap.newKeySet();

                    @Override
                    protected FileSharingZooFiles files() {
                        return new FileSharingZooFiles(directory()) {
                            @Override
                            public void publish(Path draft, Path target) throws IOException {
                                super.publish(draft, target);
                                stored.add(target);
                            }
                        };
                    }

                    @Override
                    public void restart() throws IOException {
                        super.restart();
                        for (Path file : stored) {
                            Files.deleteIfExists(file);
                        }
                    }
                }),
            new Mutant("contents end at 64 KiB",
                "The server reads into one buffer, and what does not fit is lost.",
                root -> new FileSharingZooServer(root) {
                    @Override
                    protected long receive(InputStream in, OutputStream out) throws IOException {
                        long size = copy(in, out, 65_536);
                        in.transferTo(OutputStream.nullOutputStream());
                        return size;
                    }
                }));

    private FileMutants() {
    }
}
