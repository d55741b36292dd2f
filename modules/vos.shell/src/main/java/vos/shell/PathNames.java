package vos.shell;

/** Puts paths together and takes them apart, as text: where they lead is the workspace's to say. */
final class PathNames {

    private PathNames() {
    }

    /** {@code name} in {@code directory}, both as they are shown. */
    static String join(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    /** The last name of {@code path}; of the root, which has none, nothing. */
    static String last(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** What {@code path}, which is {@code from} or lies in it, is called when that is called {@code to}. */
    static String renamed(String path, String from, String to) {
        String below = path.substring(from.length());
        return below.isEmpty() ? to : join(to, below.startsWith("/") ? below.substring(1) : below);
    }

    /** Whether {@code inner} is {@code outer} or lies below it, both absolute and resolved: by names, not letters. */
    static boolean holds(String outer, String inner) {
        return outer.equals("/") || (inner + "/").startsWith(outer + "/");
    }
}
