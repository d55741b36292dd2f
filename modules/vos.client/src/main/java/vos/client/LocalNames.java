package vos.client;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vos.protocol.Text;

/** The names that files get when they change sides. */
final class LocalNames {
    private LocalNames() {
    }

    /**
     * The local name for a file of the server's, in the current directory: the last part of its path. A server or a
     * slip of the finger can name no other directory with it.
     *
     * @throws LocalFileException when the last part is no file name
     */
    static Path forRemote(String remote) throws LocalFileException {
        String name = remote.substring(remote.lastIndexOf('/') + 1);
        try {
            Path path = Path.of(name);
            if (!isName(name) || path.getNameCount() != 1 || path.getRoot() != null) {
                throw unusable(remote);
            }
            return path;
        } catch (InvalidPathException e) {
            throw unusable(remote);
        }
    }

    private static LocalFileException unusable(String remote) {
        return new LocalFileException(
                "\"" + Text.printable(remote) + "\" does not end in a file name; give the local name as well");
    }

    /** The server's name for a local file: the last part of its path. */
    static String forLocal(Path local) throws LocalFileException {
        Path name = local.getFileName();
        if (name == null || !isName(name.toString())) {
            throw new LocalFileException("\"" + local + "\" does not end in a file name");
        }
        return name.toString();
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..");
    }
}
