package vos.fs;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A walk over a tree that removes each {@link Temporary} whose process has died. Follows no link.
 *
 * <p>What cannot be read or removed is passed over: one bad directory is no reason for a server not to start, and the
 * next sweep will look again. Only a root that cannot be read is a failure.
 *
 * <p>For one walk by one thread. Holds a descriptor for each level that it is down.
 */
final class Sweep {

    /** Deeper than any path that a client can say, and so than any draft: each level takes a slash and a letter. */
    private static final int DEEPEST = Names.LONGEST_PATH / 2;

    private int removed;

    private Sweep() {
    }

    /** Walks once; returns how many were removed. */
    static int below(Directory root) throws IOException {
        Sweep sweep = new Sweep();
        sweep.walk(root, 0);
        return sweep.removed;
    }

    private void walk(Directory directory, int depth) throws IOException {
        for (String name : directory.names()) {
            try {
                visit(directory, name, depth);
            } catch (IOException | InvalidPathException passedOver) {
                continue;
            }
        }
    }

    private void visit(Directory directory, String name, int depth) throws IOException {
        BasicFileAttributes attributes = directory.attributes(name);
        if (attributes.isRegularFile() && Temporary.removeIfDead(directory.path(name))) {
            removed++;
        } else if (attributes.isDirectory() && depth < DEEPEST) {
            try (Directory below = directory.open(name)) {
                walk(below, depth + 1);
            }
        }
    }
}
