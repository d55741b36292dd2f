package vos.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ObjLongConsumer;
import vos.fs.Entry;

/** Adds up the lengths of the files in a tree. */
final class TreeSize implements Walk.Steps {

    private final Invocation call;
    private final ObjLongConsumer<String> told;
    private final Deque<Long> sums = new ArrayDeque<>();

    private TreeSize(Invocation call, ObjLongConsumer<String> told) {
        this.call = call;
        this.told = told;
        sums.push(0L);
    }

    /**
     * Bytes in {@code directory}, for {@code call}, which says what cannot be read.
     *
     * @param told hears of each directory with the sum of all in it, those below before it
     */
    static long of(String directory, Invocation call, ObjLongConsumer<String> told) {
        TreeSize size = new TreeSize(call, told);
        Walk.through(directory, call.out(), size);
        return size.sums.pop();
    }

    @Override
    public List<Entry> enter(String directory) {
        sums.push(0L);
        return call.list(directory, "cannot read directory");
    }

    @Override
    public void file(String path) {
        add(call.ask("cannot access " + Phrases.quoted(path), () -> call.workspace().size(path)).orElse(0L));
    }

    @Override
    public void leave(String directory) {
        long sum = sums.pop();
        told.accept(directory, sum);
        add(sum);
    }

    private void add(long bytes) {
        sums.push(sums.pop() + bytes);
    }
}
