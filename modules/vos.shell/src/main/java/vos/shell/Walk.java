package vos.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import vos.fs.Entry;

/**
 * Goes through a tree, in the order of its listings.
 *
 * <p>Keeps its own stack: a path may have two thousand names, and a client makes as many directories as it likes,
 * which is deeper than a thread's stack carries a recursion. Holds the listings of the directories it is in, and no
 * others.
 */
final class Walk {

    private Walk() {
    }

    /** What is done on the way. */
    interface Steps {

        /** Comes to a directory, before anything in it; returns what of it is gone through. */
        List<Entry> enter(String directory);

        /** Comes to anything else. */
        default void file(String path) {
        }

        /** Has been through the directory that it {@link #enter entered} last and has not left. */
        default void leave(String directory) {
        }
    }

    /** From the directory {@code top}, whose path those below it begin with, as long as {@code out} is open. */
    static void through(String top, Output out, Steps steps) {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(top, steps.enter(top).iterator()));
        while (!levels.isEmpty()) {
            out.requireOpen();
            Level level = levels.peek();
            if (level.entries().hasNext()) {
                Entry entry = level.entries().next();
                String path = PathNames.join(level.directory(), entry.name());
                switch (entry.kind()) {
                    case DIRECTORY -> levels.push(new Level(path, steps.enter(path).iterator()));
                    case FILE, OTHER -> steps.file(path);
                }
            } else {
                steps.leave(level.directory());
                levels.pop();
            }
        }
    }

    private record Level(String directory, Iterator<Entry> entries) { }
}
