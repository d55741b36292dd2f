package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Starts what is judged, and ends it; makes the directories in which it runs, and removes them. When the kit itself is
 * told to end, as by Ctrl-C, nothing of either is left. For all threads.
 */
final class Processes {

    private static final System.Logger LOG = System.getLogger(Processes.class.getName());
    private static final int MILLIS = 2000;

    private static final Deque<Runnable> BEFORE = new ConcurrentLinkedDeque<>();
    private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();
    private static final Set<Path> SCRATCH = ConcurrentHashMap.newKeySet();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Processes::endAll));
    }

    private Processes() {
    }

    /** Has this done before anything is ended, when the kit is told to end; closing takes it back. */
    static Closeable beforeTheEnd(Runnable task) {
        BEFORE.push(task);
        return () -> BEFORE.remove(task);
    }

    /** Starts a process; none any more, once the kit is told to end. */
    static synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ending) {
            throw new IOException("the run was stopped");
        }
        Process process = builder.start();
        STARTED.add(process);
        return process;
    }

    /** Makes an empty directory. */
    static Path scratch(String name) throws IOException {
        Path directory = Files.createTempDirectory(name);
        SCRATCH.add(directory);
        return directory;
    }

    /** Ends a process and all that it has started: asks first, and forces what does not listen. */
    static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(Processes::force);
        STARTED.remove(process);
    }

    private static void force(ProcessHandle process) {
        try {
            process.onExit().get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Removes such a directory with all that is in it, unless it is gone; links are removed, not followed. */
    static void remove(Path directory) throws IOException {
        if (!SCRATCH.remove(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void endAll() {
        BEFORE.forEach(Runnable::run);
        synchronized (Processes.class) {
            ending = true;
        }
        List.copyOf(STARTED).forEach(Processes::end);
        for (Path directory : List.copyOf(SCRATCH)) {
            try {
                remove(directory);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "something was left behind", e);
            }
        }
    }
}
