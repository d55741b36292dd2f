package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.text;
import static vos.fs.Contents.write;
import static vos.fs.TreeAssert.assertThatTree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vos.fs.WorkspaceException.Reason;

/** What every volume promises to several threads at once: exclusive create, atomic replace, atomic move. */
@Timeout(60)
abstract class VolumeRaceContract {

    private static final int RIVALS = 8;
    private static final int READS = 400;
    private static final int LISTINGS = 20;

    abstract Volume volume();

    @RepeatedTest(10)
    void ofManyDraftsThatCreateOneNameExactlyOneIsPublished() throws Exception {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            Draft draft = volume().draft(at("/prize"), Publish.CREATE);
            write(draft, "rival " + i);
            drafts.add(draft);
        }
        List<Boolean> won = race(Reason.ALREADY_EXISTS, i -> drafts.get(i).publish());
        for (Draft draft : drafts) {
            draft.close();
        }
        assertOneWon(won);
        assertThatTree(volume()).containsExactly("prize = rival " + won.indexOf(true));
    }

    @RepeatedTest(10)
    void ofManyThatMakeOneDirectoryExactlyOneSucceeds() throws Exception {
        assertOneWon(race(Reason.ALREADY_EXISTS, i -> volume().makeDirectory(at("/prize"))));
        assertThatTree(volume()).containsExactly("prize/");
    }

    @RepeatedTest(10)
    void ofManyThatMoveOneFileAwayExactlyOneSucceeds() throws Exception {
        put(volume(), "/prize", "moved once");
        List<Boolean> won = race(Reason.NOT_FOUND, i -> volume().move(at("/prize"), at("/of" + i)));
        assertOneWon(won);
        assertThatTree(volume()).containsExactly("of" + won.indexOf(true) + " = moved once");
    }

    @Test
    void aReaderOfAFileThatIsReplacedAlwaysSeesAWholeOne() throws Exception {
        readWhileWriting((path, content) -> put(volume(), path, content));
    }

    @Test
    void aReaderOfAFileThatIsMovedOverAlwaysSeesAWholeOne() throws Exception {
        readWhileWriting((path, content) -> {
            put(volume(), "/aside", content);
            volume().move(at("/aside"), at(path));
        });
    }

    /** The directory is not so long that what clients may notice of each other would come true. */
    @Test
    void aListingShowsNothingThatHasComeToADirectoryAfterItWasMovedAway() throws Exception {
        volume().makeDirectory(at("/here"));
        for (int i = 0; i < 300; i++) {
            put(volume(), "/here/" + "of a name that is long enough to be read in several pieces, ".repeat(3) + i, "");
        }
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService mover = Executors.newSingleThreadExecutor()) {
            Future<?> moved = mover.submit(() -> {
                while (!enough.get()) {
                    volume().move(at("/here"), at("/there"));
                    for (int i = 0; i < 4; i++) {
                        volume().makeDirectory(at("/there/stranger" + i));
                    }
                    for (int i = 0; i < 4; i++) {
                        volume().removeDirectory(at("/there/stranger" + i));
                    }
                    volume().move(at("/there"), at("/here"));
                }
                return null;
            });
            try {
                for (int seen = 0; seen < LISTINGS;) {
                    Optional<List<String>> names = namesIn("/here");
                    names.ifPresent(present -> assertEquals(List.of(),
                            present.stream().filter(name -> name.startsWith("stranger")).toList()));
                    seen += names.isPresent() ? 1 : 0;
                }
            } finally {
                enough.set(true);
            }
            moved.get();
        }
    }

    /** None while it is elsewhere. */
    private Optional<List<String>> namesIn(String directory) throws WorkspaceException {
        try {
            return Optional.of(volume().list(at(directory)).stream().map(Entry::name).toList());
        } catch (WorkspaceException e) {
            assertEquals(Reason.NOT_FOUND, e.reason(), e.getMessage());
            return Optional.empty();
        }
    }

    /** One thread gives a name ever another content, of another length; the other finds a whole one at each look. */
    private void readWhileWriting(Writing writing) throws Exception {
        List<String> contents = List.of("old ".repeat(50_000), "new".repeat(10_000));
        put(volume(), "/a", contents.getFirst());
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> written = writer.submit(() -> {
                for (int i = 0; !enough.get(); i++) {
                    writing.write("/a", contents.get(i % 2));
                }
                return null;
            });
            try {
                Set<String> found = new HashSet<>();
                for (int i = 0; i < READS || found.size() < contents.size(); i++) {
                    String seen = text(volume(), "/a");
                    assertTrue(contents.contains(seen), () -> seen.length() + " bytes, of neither content");
                    found.add(seen);
                }
            } finally {
                enough.set(true);
            }
            written.get();
        }
    }

    /** Lets all rivals go at once; tells which of them were not refused. */
    private static List<Boolean> race(Reason ofLosers, Attempt attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RIVALS);
        List<Callable<Boolean>> rivals = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            int rival = i;
            rivals.add(() -> {
                start.await();
                try {
                    attempt.by(rival);
                    return true;
                } catch (WorkspaceException e) {
                    assertEquals(ofLosers, e.reason(), e.getMessage());
                    return false;
                }
            });
        }
        List<Boolean> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RIVALS)) {
            for (Future<Boolean> result : threads.invokeAll(rivals)) {
                won.add(result.get());
            }
        }
        return won;
    }

    private static void assertOneWon(List<Boolean> won) {
        assertEquals(1, won.stream().filter(winner -> winner).count(), () -> "who won: " + won);
    }

    @FunctionalInterface
    private interface Attempt {

        void by(int rival) throws WorkspaceException;
    }

    @FunctionalInterface
    private interface Writing {

        void write(String path, String content) throws Exception;
    }
}
