package vos.bench;

import java.util.Optional;

/**
 * One line of the benchmark: a task, and under which conditions it is done.
 *
 * @param name by which it is chosen
 * @param sentence what is measured, for people
 * @param task what is asked of each server
 * @param place where the files are
 * @param tls whether the connections are encrypted
 * @param step of a series that shows how cost grows
 */
record Work(String name, String sentence, Task task, Place place, boolean tls, Optional<Step> step) {

    /** Where the files of a server are. */
    enum Place {
        MEMORY, DISK
    }

    /**
     * A point of a series.
     *
     * @param series its name, by which all of its points are chosen together
     * @param of what grows
     * @param size how large it is here
     */
    record Step(String series, String of, long size) {
    }

    static Work of(String name, String sentence, Task task) {
        return new Work(name, sentence, task, Place.MEMORY, false, Optional.empty());
    }

    Work onDisk() {
        return new Work("disk-" + name, sentence + ", on the disk", task, Place.DISK, tls, step);
    }

    Work encrypted() {
        return new Work("tls-" + name, sentence + ", encrypted", task, place, true, step);
    }

    Work in(String series, String of, long size) {
        return new Work(name, sentence, task, place, tls, Optional.of(new Step(series, of, size)));
    }

    Unit unit() {
        return task.unit();
    }

    /** Whether it goes by this name: its own, that of its series, or {@code growth} for all series. */
    boolean answersTo(String wanted) {
        return name.equals(wanted)
                || step.isPresent() && (step.get().series().equals(wanted) || wanted.equals("growth"));
    }
}
