package vos.tck;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    /** How long what was asked to end may take for it, and what was forced to; in milliseconds. */
    private static final int MILLIS = 2000;

    private static final Deque<Runnable> BEFORE = new ConcurrentLinkedDeque<>();
    /** What was started, and what that is known to have started: of a process that has ended nobody could tell. */
    private static final Map<Process, Set<ProcessHandle>> STARTED = new ConcurrentHashMap<>();
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
        requireGoingOn();
        Process process = builder.start();
        STARTED.put(process, ConcurrentHashMap.newKeySet());
        return process;
    }

    /** Makes an empty directory. */
    static synchronized Path scratch(String name) throws IOException {
        requireGoingOn();
        Path directory = Files.createTempDirectory(name);
        SCRATCH.add(directory);
        return directory;
    }

    private static void requireGoingOn() throws IOException {
        if (ending) {
            throw new IOException("the run was stopped");
        }
    }

    /** Looks what this process has started so far: when it has ended, that can no longer be found out. */
    static void look(Process process) {
        Set<ProcessHandle> known = STARTED.get(process);
        if (known != null) {
            process.descendants().forEach(known::add);
        }
    }

    /** Ends a process and all that it has started: asks first, and forces what does not listen. */
    static void end(Process process) {
        Set<ProcessHandle> all = family(process);
        all.forEach(ProcessHandle::destroy);
        await(all);
        // What does not listen may have started more meanwhile.
        all.addAll(family(process));
        all.removeIf(one -> !one.isAlive());
        all.forEach(ProcessHandle::destroyForcibly);
        await(all);
        STARTED.remove(process);
    }

    private static Set<ProcessHandle> family(Process process) {
        look(process);
        Set<ProcessHandle> all = new LinkedHashSet<>(STARTED.getOrDefault(process, Set.of()));
        List.copyOf(all).stream().flatMap(ProcessHandle::descendants).forEach(all::add);
        all.add(process.toHandle());
        return all;
    }

    private static void await(Set<ProcessHandle> all) {
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "it does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Removes such a directory with all that is in it; links are removed, not followed. What cannot be removed is left,
     * and tried again when the kit ends: that is no reason to spoil a run.
     */
    static void remove(Path directory) {
        if (!SCRATCH.contains(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            SCRATCH.remove(directory);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "something was left behind", e);
        }
    }

    private static void endAll() {
        BEFORE.forEach(Runnable::run);
        synchronized (Processes.class) {
            ending = true;
        }
        List.copyOf(STARTED.keySet()).parallelStream().forEach(Processes::end);
        List.copyOf(SCRATCH).forEach(Processes::remove);
    }
}
