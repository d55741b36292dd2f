package vos.torture;

import static vos.torture.Step.refused;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a workspace holds, as it should be if clients came one after the other: paths and their contents, without the
 * root.
 *
 * <p>Immutable.
 */
record TreeModel(Map<String, String> things) {
    /** What a directory's path stands for. */
    static final String DIRECTORY = "/";
    /** Nothing but the root. */
    static final TreeModel EMPTY = new TreeModel(Map.of());

    private static final String OK = "ok";

    /** What a step comes to. */
    record After(String result, TreeModel tree) { }

    /** Does one step. */
    After after(Step step) {
        String parent = flawOfParent(step.path());
        if (!parent.isEmpty()) {
            return same(step.verb() == Step.Verb.LOOK ? "absent" : parent);
        }
        String there = at(step.path());
        return switch (step.verb()) {
            case CREATE -> there == null ? with(step.path(), step.argument()) : same(refused("ALREADY_EXISTS"));
            case REPLACE -> isDirectory(there) ? same(refused("IS_A_DIRECTORY")) : with(step.path(), step.argument());
            case TOUCH -> there == null ? with(step.path(), "")
                    : same(isDirectory(there) ? refused("IS_A_DIRECTORY") : OK);
            case READ -> same(isDirectory(there) ? refused("IS_A_DIRECTORY") : orMissing(there));
            case SIZE -> same(there == null || isDirectory(there) ? orMissing(there) : "" + there.length());
            case LIST -> same(there == null || isDirectory(there) ? orMissing(there) : refused("NOT_A_DIRECTORY"));
            case LOOK -> same(there == null ? "absent" : isDirectory(there) ? "directory" : "file");
            case MAKE_DIRECTORY -> there == null ? with(step.path(), DIRECTORY) : same(refused("ALREADY_EXISTS"));
            case REMOVE -> there == null ? same(refused("NOT_FOUND"))
                    : isDirectory(there) && !isEmpty(step.path()) ? same(refused("NOT_EMPTY")) : without(step.path());
            case MOVE -> there == null ? same(refused("NOT_FOUND")) : move(step.path(), step.argument());
        };
    }

    private After move(String from, String to) {
        String flaw = flawOfParent(to);
        if (from.equals(to) || !flaw.isEmpty()) {
            return same(from.equals(to) ? OK : flaw);
        }
        String target = isDirectory(at(to)) ? to + "/" + from.substring(from.lastIndexOf('/') + 1) : to;
        String replaced = at(target);
        if (target.startsWith(from + "/")) {
            return same(isDirectory(at(from)) ? refused("DENIED") : refused("NOT_A_DIRECTORY"));
        }
        if (!target.equals(from) && replaced != null && (isDirectory(replaced) || isDirectory(at(from)))) {
            return same(refused(isDirectory(replaced) ? "IS_A_DIRECTORY" : "NOT_A_DIRECTORY"));
        }
        return new After(OK, moved(from, target));
    }

    /** With all that is below. */
    TreeModel moved(String from, String to) {
        var moved = new TreeMap<String, String>();
        things.forEach((path, content) -> {
            boolean below = path.equals(from) || path.startsWith(from + "/");
            if (below || !path.equals(to)) {
                moved.put(below ? to + path.substring(from.length()) : path, content);
            }
        });
        return new TreeModel(moved);
    }

    /** What stands there; null if nothing does. */
    String at(String path) {
        return path.isEmpty() ? DIRECTORY : things.get(path);
    }

    static boolean isDirectory(String thing) {
        return DIRECTORY.equals(thing);
    }

    private boolean isEmpty(String directory) {
        Set<String> paths = things.keySet();
        return paths.stream().noneMatch(path -> path.startsWith(directory + "/"));
    }

    private String flawOfParent(String path) {
        int slash = path.indexOf('/');
        while (slash >= 0) {
            String above = at(path.substring(0, slash));
            if (!isDirectory(above)) {
                return refused(above == null ? "NOT_FOUND" : "NOT_A_DIRECTORY");
            }
            slash = path.indexOf('/', slash + 1);
        }
        return "";
    }

    private static String orMissing(String thing) {
        return thing == null ? refused("NOT_FOUND") : thing;
    }

    private After same(String result) {
        return new After(result, this);
    }

    private After with(String path, String content) {
        var more = new TreeMap<>(things);
        more.put(path, content);
        return new After(OK, new TreeModel(more));
    }

    private After without(String path) {
        var fewer = new TreeMap<>(things);
        fewer.remove(path);
        return new After(OK, new TreeModel(fewer));
    }
}
