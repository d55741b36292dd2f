package vos.torture;

import static vos.torture.Step.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vos.torture.Step.Verb;

/**
 * What several clients did at the same time, and whether there is an order in which they could have done it one after
 * the other: each step between its request and its answer, all answers as they were.
 *
 * <p>The search is that of Wing and Gong, with Lowe's memory of what has been tried. Where less than that order is
 * promised, {@link #isPromised} says what, and where.
 */
final class History {
    /** Names within any directory; nothing else is ever made. */
    static final List<String> NAMES = List.of("a", "b", "d");

    /** Refusals that come of two looks with another client's step between them, and what says so. */
    private static final Map<Verb, Set<String>> RACES = Map.of(
            // Workspace.remove looks what it is before it removes it as that.
            Verb.REMOVE, Set.of(refused("IS_A_DIRECTORY"), refused("NOT_A_DIRECTORY")),
            // Workspace.move looks whether the target is a directory, and moves into it, or to it.
            Verb.MOVE, Set.of(refused("IS_A_DIRECTORY"), refused("NOT_A_DIRECTORY"), refused("NOT_FOUND"),
                    refused("NOT_EMPTY")));

    private final List<Event> events;
    private final Set<Tried> tried = new HashSet<>();

    /**
     * One step, and when it was on its way.
     *
     * @param result what was answered
     * @param from when it was asked for, in nanoseconds
     * @param to when its answer had come
     */
    record Event(String client, Step step, String result, long from, long to) {

        boolean overlaps(Event other) {
            return this != other && from < other.to && other.from < to;
        }
    }

    /** What has been done, as a set of bits, and what that came to: in whatever order, the rest is the same. */
    private record Tried(long done, TreeModel tree) { }

    History(List<Event> events) {
        this.events = events.stream().flatMap(event -> parts(event).stream())
                .sorted(Comparator.comparingLong(Event::from)).toList();
        if (this.events.size() > Long.SIZE - 1) {
            throw new IllegalArgumentException(this.events.size() + " events are too many to be searched");
        }
    }

    /**
     * A listing is no picture of one moment: it looks at one name after the other. So it is as many steps, of which
     * each must be right at some moment.
     */
    private static List<Event> parts(Event event) {
        if (event.step().verb() != Verb.LIST || event.result().startsWith("refused")) {
            return List.of(event);
        }
        List<String> listed = Arrays.asList(event.result().split(" "));
        var parts = new ArrayList<Event>();
        for (String name : NAMES) {
            String path = event.step().path().isEmpty() ? name : event.step().path() + "/" + name;
            String seen = listed.contains(name) ? "file" : listed.contains(name + "/") ? "directory" : "absent";
            parts.add(new Event(event.client(), new Step(Verb.LOOK, path, ""), seen, event.from(), event.to()));
        }
        return parts;
    }

    /** Whether there is such an order. */
    boolean isLinearizable() {
        return search(0, TreeModel.EMPTY);
    }

    private boolean search(long done, TreeModel tree) {
        if (Long.bitCount(done) == events.size()) {
            return true;
        }
        if (!tried.add(new Tried(done, tree))) {
            return false;
        }
        long firstAnswer = Long.MAX_VALUE;
        for (int i = 0; i < events.size(); i++) {
            if ((done & 1L << i) == 0) {
                firstAnswer = Math.min(firstAnswer, events.get(i).to());
            }
        }
        for (int i = 0; i < events.size() && events.get(i).from() <= firstAnswer; i++) {
            if ((done & 1L << i) == 0 && next(done | 1L << i, tree, events.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean next(long done, TreeModel tree, Event event) {
        TreeModel.After after = tree.after(event.step());
        if (isAnswer(event, after.result()) && search(done, after.tree())) {
            return true;
        }
        return isPromised(event) && search(done, tree);
    }

    /** A directory has some size; which, is its file system's to say. */
    private static boolean isAnswer(Event event, String expected) {
        return expected.equals(event.result())
                || event.step().verb() == Verb.SIZE && TreeModel.isDirectory(expected)
                        && event.result().matches("[0-9]+");
    }

    /** Whether what is promised allows this refusal, after which all is as it was, though nobody alone would get it. */
    private boolean isPromised(Event event) {
        List<Event> others = events.stream().filter(event::overlaps).toList();
        return switch (event.step().verb()) {
            // Volume.removeDirectory: "A directory that a draft is being written to may count as not empty."
            case REMOVE -> isRace(event, others) || event.result().equals(refused("NOT_EMPTY"))
                    && others.stream().anyMatch(History::writesBelowTheRoot);
            // Volume.move: "A draft within a directory that is moved cannot be published any more."
            case CREATE, REPLACE, TOUCH -> event.result().equals(refused("NOT_FOUND")) && others.stream()
                    .filter(other -> other.step().verb() == Verb.MOVE)
                    .anyMatch(move -> event.step().path().startsWith(move.step().path() + "/"));
            default -> isRace(event, others);
        };
    }

    private static boolean writesBelowTheRoot(Event event) {
        return event.step().path().contains("/") && switch (event.step().verb()) {
            case CREATE, REPLACE, TOUCH -> true;
            default -> false;
        };
    }

    private static boolean isRace(Event event, List<Event> others) {
        return !others.isEmpty() && RACES.getOrDefault(event.step().verb(), Set.of()).contains(event.result());
    }

    int size() {
        return events.size();
    }

    /** A line for each step, in the order in which they were asked for, with times in microseconds. */
    @Override
    public String toString() {
        long start = events.getFirst().from();
        return events.stream().map(event -> "%9.1f to %9.1f  %s  %s: %s".formatted((event.from() - start) / 1e3,
                (event.to() - start) / 1e3, event.client(), event.step(), event.result()))
                .collect(Collectors.joining("\n"));
    }
}
