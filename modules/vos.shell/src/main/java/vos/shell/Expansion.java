package vos.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vos.fs.Entry;
import vos.fs.Kind;
import vos.fs.Workspace;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;

/**
 * Puts the names that match in the place of a word with wildcards, sorted; where none matches, the word stays as it is.
 *
 * <p>Names come from the workspace's listings and are tested by its own operations: a pattern finds what a path could
 * reach, and no more. A directory that may not be listed holds no match; one that cannot be listed now has the line
 * refused, as {@code rm -f *} would seem to have removed all.
 *
 * <p>For one line, whose names are limited as {@code ARG_MAX} limits a shell's: a few characters can stand for
 * millions of names.
 */
final class Expansion {

    /** How many entries may be looked at and characters found, together, for one line: two million. */
    static final int LARGEST = 2 * 1024 * 1024;

    private final Workspace workspace;
    private int room = LARGEST;

    Expansion(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The names that {@code words} stand for, in order. */
    List<String> of(List<Word> words) throws Refusal {
        List<String> names = new ArrayList<>();
        for (Word word : words) {
            List<String> matches = word.wild() ? matches(word.pattern()) : List.of();
            names.addAll(matches.isEmpty() ? List.of(word.text()) : matches);
        }
        return names;
    }

    private List<String> matches(String pattern) throws Refusal {
        List<String> paths = List.of("");
        String[] steps = pattern.split("/", -1);
        for (int i = 0; i < steps.length && !paths.isEmpty(); i++) {
            boolean last = i == steps.length - 1;
            List<String> longer = new ArrayList<>();
            for (String path : paths) {
                if (Glob.isWild(steps[i])) {
                    descend(path, new Glob(steps[i]), last, longer);
                } else {
                    step(path + Glob.unescaped(steps[i]), last, longer);
                }
            }
            paths = longer;
        }
        Collections.sort(paths);
        return paths;
    }

    private void descend(String path, Glob glob, boolean last, List<String> found) throws Refusal {
        for (Entry entry : list(path)) {
            take(1);
            if ((last || entry.kind() == Kind.DIRECTORY) && glob.matchesVisibly(entry.name())) {
                found(path + entry.name(), last, found);
            }
        }
    }

    private void step(String path, boolean last, List<String> found) throws Refusal {
        // Between two slashes, before the first and after the last nothing is named.
        if (path.isEmpty() || path.endsWith("/") || exists(path, last)) {
            found(path, last, found);
        }
    }

    private void found(String path, boolean last, List<String> found) throws Refusal {
        take(path.length());
        found.add(last ? path : path + "/");
    }

    private void take(int amount) throws Refusal {
        room -= amount;
        if (room < 0) {
            throw new Refusal(Shell.TOO_MANY_NAMES, "sh: Argument list too long");
        }
    }

    private List<Entry> list(String directory) throws Refusal {
        try {
            return workspace.list(directory);
        } catch (WorkspaceException holdsNoMatch) {
            refuseIfBroken(holdsNoMatch, directory);
            return List.of();
        }
    }

    private boolean exists(String path, boolean ofAnyKind) throws Refusal {
        try {
            return workspace.status(path).kind() == Kind.DIRECTORY || ofAnyKind;
        } catch (WorkspaceException noMatch) {
            refuseIfBroken(noMatch, path);
            return false;
        }
    }

    private static void refuseIfBroken(WorkspaceException failure, String path) throws Refusal {
        if (failure.reason() == Reason.FAILED || failure.reason() == Reason.BUSY) {
            throw new Refusal(Shell.FAILED, "sh: cannot access " + Phrases.quoted(path.isEmpty() ? "." : path) + ": "
                    + Phrases.reason(failure));
        }
    }
}
