package vos.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * An absolute, normalised place in a volume: the names that lead to it from the root down.
 *
 * <p>A name is one component of a path: not empty, neither {@code "."} nor {@code ".."}, without a slash, a control
 * character, a line or paragraph separator, an unpaired surrogate or U+FFFD, of at most 255 bytes in UTF-8, and not
 * beginning with {@code .vos-}, which is kept for drafts. All names together, with a slash before each, take at most
 * 4096 bytes. The constructor sees to it; so there is no Location outside a volume, and whoever holds one need not
 * ask whether it leads out. This is what confinement rests on.
 *
 * <p>Immutable. Says nothing about whether anything exists there.
 *
 * @param names from the root down; none for the root itself
 */
public record Location(List<String> names) {

    /** The top of a volume. */
    public static final Location ROOT = new Location(List.of());

    /**
     * Checks every name, and all together.
     *
     * @throws IllegalArgumentException if there can be no such place; what a client typed goes through
     *         {@link #child}, which throws what the client can be told
     */
    public Location {
        names = List.copyOf(names);
        try {
            require(names);
        } catch (WorkspaceException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The place called {@code name} in this one.
     *
     * @throws WorkspaceException with {@link WorkspaceException.Reason#INVALID_NAME} if there can be no such place
     */
    public Location child(String name) throws WorkspaceException {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return of(longer);
    }

    /** The place with these names from the root down; as {@link #child}, of many at once. */
    static Location of(List<String> names) throws WorkspaceException {
        require(names);
        return new Location(names);
    }

    /**
     * The directory that holds this place.
     *
     * @throws IllegalStateException if this is the root
     */
    public Location parent() {
        requireNotRoot("parent");
        return new Location(names.subList(0, names.size() - 1));
    }

    /**
     * The last name.
     *
     * @throws IllegalStateException if this is the root
     */
    public String name() {
        requireNotRoot("name");
        return names.getLast();
    }

    /** Whether this is the top of the volume. */
    public boolean isRoot() {
        return names.isEmpty();
    }

    /**
     * Whether this place is {@code other} or lies below it: by names, so {@code /home/ann} is not above
     * {@code /home/anna}.
     */
    public boolean startsWith(Location other) {
        int depth = other.names.size();
        return names.size() >= depth && names.subList(0, depth).equals(other.names);
    }

    /** The names, each after a slash: {@code "/a/b"}, and {@code "/"} for the root. */
    @Override
    public String toString() {
        return path(names);
    }

    private void requireNotRoot(String wanted) {
        if (isRoot()) {
            throw new IllegalStateException("the root has no " + wanted);
        }
    }

    private static String path(List<String> names) {
        return "/" + String.join("/", names);
    }

    private static void require(List<String> names) throws WorkspaceException {
        for (String name : names) {
            Names.require(name);
        }
        String path = path(names);
        if (path.getBytes(UTF_8).length > Names.LONGEST_PATH) {
            throw WorkspaceException.invalid(path, "is a path of more than " + Names.LONGEST_PATH + " bytes");
        }
    }
}
