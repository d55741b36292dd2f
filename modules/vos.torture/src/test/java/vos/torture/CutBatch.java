package vos.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vos.protocol.Dialect;
import vos.torture.Cut.Direction;
import vos.torture.Cut.Kind;

/** Many cuts of one lab's conversation in one form, several at a time, each on a lane that has nothing else to do. */
final class CutBatch {
    /** What is no stall is noticed without anybody's patience, and fails this test otherwise. */
    private static final Duration LONG = Duration.ofMinutes(2);
    /** So many conversations at a time: in the one form they need a processor, in the other they mostly pause. */
    private static final int STRICT_WIDTH = 6;
    private static final int PUBLISHED_WIDTH = 24;
    /** Stalled conversations mostly wait: so many for one that is not. */
    private static final int STALLED = 8;
    /** How many at a time when they are repeated. */
    private static final int[] REPEATED = {6, 1};

    private final Dialect dialect;
    private final WireForm form;
    private final Path directory;
    private final CutCourse course;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tried = new AtomicInteger();
    private int repeated;

    private record Failure(Cut cut, List<String> wrong) {
    }

    /** Has the conversation once without a cut. */
    CutBatch(Dialect dialect, WireForm form, Path directory) throws IOException {
        this.dialect = dialect;
        this.form = form;
        this.directory = directory;
        try (CutLane lane = lane(LONG)) {
            course = settled(lane);
        }
    }

    /** What goes alike twice; in the strict form it does so at once. */
    private static CutCourse settled(CutLane lane) throws IOException {
        CutCourse before = lane.uncut();
        CutCourse course = lane.uncut();
        for (int tries = 0; !course.goesAs(before); tries++) {
            if (tries == 3) {
                throw new IllegalStateException("without a cut, this goes differently each time: " + course.marks());
            }
            before = course;
            course = lane.uncut();
        }
        return course;
    }

    private CutLane lane(Duration patience) throws IOException {
        return new CutLane(dialect, form, Files.createTempDirectory(directory, "lane"), patience);
    }

    private Duration patience(Cut cut) {
        return !cut.stalls() ? LONG : Duration.ofMillis(form == WireForm.STRICT ? 800 : 1500);
    }

    /**
     * The cuts to try: behind every byte in either direction one of a kind that {@code random} chooses, and then the
     * other kinds, until there are {@code most}.
     */
    List<Cut> cuts(int most, Random random) {
        var first = new ArrayList<Cut>();
        var others = new ArrayList<Cut>();
        for (Direction direction : Direction.values()) {
            for (int at = 0; at <= course.bytes(direction); at++) {
                var kinds = new ArrayList<>(List.of(Kind.values()));
                first.add(new Cut(direction, at, kinds.remove(random.nextInt(kinds.size()))));
                for (Kind kind : kinds) {
                    others.add(new Cut(direction, at, kind));
                }
            }
        }
        Collections.shuffle(first, random);
        Collections.shuffle(others, random);
        first.addAll(others);
        return first.subList(0, Math.min(most, first.size()));
    }

    /** Tries them all, and says what is wrong: a line for each. */
    List<String> run(List<Cut> cuts) throws InterruptedException, ExecutionException {
        pass(cuts, form == WireForm.STRICT ? STRICT_WIDTH : PUBLISHED_WIDTH);
        for (int width : REPEATED) {
            List<Failure> again = failures.stream().filter(failure -> dependsOnTheClock(failure.cut())).toList();
            failures.removeAll(again);
            repeated += again.size();
            pass(again.stream().map(Failure::cut).toList(), width);
        }
        return failures.stream().flatMap(failure -> failure.wrong().stream()
                .map(wrong -> dialect.id() + " " + form + ", " + failure.cut() + ": " + wrong)).toList();
    }

    /**
     * A pause that a busy machine makes too short joins two messages of the published form, and there is no length
     * that is certainly enough {@code [COM-6.6]}; with a stall, it may be the wrong side that loses patience. So these
     * have to fail three times, each time with fewer at once.
     */
    private boolean dependsOnTheClock(Cut cut) {
        return form == WireForm.PUBLISHED || cut.stalls();
    }

    private void pass(List<Cut> cuts, int width) throws InterruptedException, ExecutionException {
        var stalls = new ConcurrentLinkedQueue<>(cuts.stream().filter(Cut::stalls).toList());
        var others = new ConcurrentLinkedQueue<>(cuts.stream().filter(cut -> !cut.stalls()).toList());
        var calls = new ArrayList<Callable<Void>>();
        calls.addAll(Collections.nCopies(width, () -> drain(others)));
        // They wait most of the time, for somebody's patience to end.
        calls.addAll(Collections.nCopies(form == WireForm.STRICT ? width * STALLED : width, () -> drain(stalls)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
    }

    /** A lane on which something went wrong is of no more use; any other has a whole conversation in the end. */
    private Void drain(Queue<Cut> cuts) throws IOException, InterruptedException {
        CutLane lane = null;
        for (Cut cut = cuts.poll(); cut != null; cut = cuts.poll()) {
            lane = lane == null ? lane(patience(cut)) : lane;
            tried.incrementAndGet();
            List<String> wrong = new ArrayList<>(lane.run(cut, course));
            if (wrong.isEmpty() && cuts.isEmpty()) {
                haveAnother(lane, wrong);
            }
            if (!wrong.isEmpty()) {
                failures.add(new Failure(cut, wrong));
                lane.close();
                lane = null;
            }
        }
        if (lane != null) {
            lane.close();
        }
        return null;
    }

    private void haveAnother(CutLane lane, List<String> wrong) {
        try {
            if (!lane.uncut().goesAs(course)) {
                wrong.add("a whole conversation behind it did not go as the first");
            }
        } catch (IOException e) {
            wrong.add("a whole conversation behind it broke off: " + e);
        }
    }

    /** What has been tried, for the test's report. */
    String report() {
        int possible = cuts(Integer.MAX_VALUE, new Random(0)).size();
        return "%s %s: %d of %d cuts of %d bytes to the server and %d to the client; %d had to be repeated"
                .formatted(dialect.id(), form, tried.get() - repeated, possible, course.bytes(Direction.TO_SERVER),
                        course.bytes(Direction.TO_CLIENT), repeated);
    }
}
