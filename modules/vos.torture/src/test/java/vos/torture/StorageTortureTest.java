package vos.torture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import vos.client.Client;
import vos.client.RefusedException;
import vos.fs.LocalVolume;
import vos.lab.filesharing.FileSharingDialect;
import vos.protocol.Dialect;
import vos.testing.ServedDirectory;

/**
 * Storage that fails: every command of every lab is tried with a fault in its first operation on the storage, in its
 * second, and so on, until it runs without meeting one; and each time with every kind of fault.
 *
 * <p>Whatever happens, the client is told the truth: an answer is the one that sound storage gives, and else there is a
 * refusal with a sentence, or a connection that is broken off. Files are whole, and the old or the new ones; a refusal
 * that says that nothing was done {@code [COM-4.1]} is right. Nothing stays open, nothing half-done is left, and the
 * next command is answered, on the same connection after a refusal {@code [COM-4.2]}.
 */
class StorageTortureTest {
    private static final int OPENED_BY_THE_JVM = 10;
    private static final List<Dialect> LABS = Labs.ALL;

    @TempDir
    private Path root;
    @TempDir
    private Path here;

    private final FaultPlan plan = new FaultPlan();
    private final List<String> wrong = new ArrayList<>();
    private FaultyVolume volume;
    private ServedDirectory served;
    private Tree before;
    private Path workspace;
    private boolean changed;

    /** What became of a command. */
    private record Outcome(String answer, IOException refusal) {

        static Outcome of(StorageCommand command, Client client, Path here) {
            try {
                return new Outcome(command.ask().of(client, here), null);
            } catch (IOException e) {
                return new Outcome(null, e);
            }
        }

        boolean succeeded() {
            return refusal == null;
        }

        /** Whether the server has said that it was not done, which is not the same as nothing more said. */
        boolean toldToBeUndone() {
            return refusal instanceof RefusedException refused && refused.code().certainlyNotDone();
        }

        boolean refused() {
            return refusal instanceof RefusedException || refusal instanceof StorageCommand.LineFailedException;
        }

        @Override
        public String toString() {
            return succeeded() ? "answered " + answer.lines().findFirst().orElse("") + "..." : refusal.toString();
        }
    }

    /** How it should have been. */
    private record Sound(Outcome outcome, Tree after) { }

    @ParameterizedTest
    @FieldSource("LABS")
    void whateverFailsInTheStorageIsToldAndHarmsNothing(Dialect dialect) throws IOException {
        volume = new FaultyVolume(LocalVolume.open(root), plan);
        before = StorageCommand.before();
        int runs = 0;
        try (ServedDirectory server = new ServedDirectory(root, dialect, volume)) {
            served = server;
            workspace = Files.createDirectories(server.workspace());
            served.client().close();
            int descriptors = 0;
            for (StorageCommand command : StorageCommand.of(dialect)) {
                Sound sound = sound(command);
                for (StorageFault fault : StorageFault.values()) {
                    runs += exhaust(command, sound, fault, false);
                    if (Form.CHOSEN == Form.LONG || fault == StorageFault.BROKEN) {
                        runs += exhaust(command, sound, fault, true);
                    }
                }
                descriptors = descriptors == 0 ? descriptors() : descriptors;
            }
            // A JVM opens some for itself meanwhile; what is leaked is leaked by each of hundreds of faults.
            assertTrue(descriptors() <= descriptors + OPENED_BY_THE_JVM,
                    descriptors + " descriptors have become " + descriptors());
        }
        assertTrue(runs > 50, "only " + runs + " faults were met");
        assertEquals("", String.join("\n", wrong));
    }

    /**
     * {@code [FSA-4.3]}: the published form has no words for a failure, and the end of the stream is the end of the
     * file. So what is not whole has no end.
     */
    @ParameterizedTest
    @EnumSource(StorageFault.class)
    void whatAPublishedDownloadOfFileSharingEndsWithIsAWholeFile(StorageFault fault) throws IOException {
        before = StorageCommand.before();
        before.restoreBelow(root);
        volume = new FaultyVolume(LocalVolume.open(root), plan);
        try (ServedDirectory server = new ServedDirectory(root, new FileSharingDialect(), volume)) {
            int at = 1;
            for (boolean met = true; met; at++) {
                plan.arm(fault, at, false);
                Optional<String> content = publishedDownload(server, "a");
                met = plan.met();
                String run = fault + " at operation " + at + ", " + plan.where();
                assertEquals(before.things().get("a"), content.orElse(before.things().get("a")), run);
                assertTrue(met || content.isPresent(), run + ": no content, and no fault");
                plan.disarm();
            }
        }
    }

    /** The content that came to an end, or nothing if it was broken off. */
    private static Optional<String> publishedDownload(ServedDirectory server, String name) throws IOException {
        try (Socket socket = server.socket()) {
            socket.getOutputStream().write(("DOWNLOAD " + name).getBytes(StandardCharsets.US_ASCII));
            return Optional.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (SocketException brokenOff) {
            return Optional.empty();
        }
    }

    private Sound sound(StorageCommand command) throws IOException {
        before.restoreBelow(workspace);
        plan.disarm();
        changed = true;
        try (Client client = served.client()) {
            return new Sound(Outcome.of(command, client, here), Tree.below(workspace));
        }
    }

    /** Tries one command with one kind of fault at every place; returns in how many it was met. */
    private int exhaust(StorageCommand command, Sound sound, StorageFault fault, boolean lasting) throws IOException {
        int at = 1;
        while (meets(command, sound, fault, at, lasting)) {
            at++;
        }
        return at - 1;
    }

    private boolean meets(StorageCommand command, Sound sound, StorageFault fault, int at, boolean lasting)
            throws IOException {
        if (changed) {
            before.restoreBelow(workspace);
        }
        Outcome outcome;
        boolean met;
        try (Client client = served.client()) {
            plan.arm(fault, at, lasting);
            outcome = Outcome.of(command, client, here);
            met = plan.met();
            String where = plan.where();
            plan.disarm();
            String run = "%s, %s%s at operation %d, %s\n    %s\n    ".formatted(command.name(), fault,
                    lasting ? " from then on" : "", at, where, outcome);
            judge(command, sound, outcome, run);
            if (outcome.refused() && fault != StorageFault.DEFECT) {
                serves(client, run);
            } else {
                try (Client next = served.client()) {
                    serves(next, run);
                }
            }
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertEquals(List.of(), volume.leftOpen(), command.name()));
        return met;
    }

    private void judge(StorageCommand command, Sound sound, Outcome outcome, String run) throws IOException {
        Tree now = Tree.below(workspace);
        changed = !now.equals(before);
        if (outcome.succeeded()) {
            expect(outcome.equals(sound.outcome()), run + "an answer that sound storage does not give");
            expect(now.equals(sound.after()), run + "not what a success leaves:\n  " + now);
        } else if (outcome.toldToBeUndone() && !command.compound()) {
            expect(now.equals(before), run + "it was done, or half of it:\n  " + now);
        } else {
            List<String> neither = command.compound() ? now.neitherOf(before, sound.after()) : List.of();
            expect(neither.isEmpty(), run + "neither as before nor as after: " + neither);
            expect(command.compound() || now.equals(before) || now.equals(sound.after()),
                    run + "neither as before nor as after:\n  " + now);
            expect(!outcome.refusal().getMessage().isBlank(), run + "no word of what is wrong");
        }
        try (Stream<Path> files = Files.list(here)) {
            expect(outcome.succeeded() || files.allMatch(file -> file.endsWith("up")), run + "a download was kept");
        }
    }

    private void expect(boolean condition, String otherwise) {
        if (!condition) {
            wrong.add(otherwise);
        }
    }

    private void serves(Client client, String run) throws IOException {
        try {
            StorageCommand.download("/keep").of(client, here);
            Files.delete(here.resolve("down"));
        } catch (IOException e) {
            wrong.add(run + "the next command fails: " + e);
        }
    }

    private static int descriptors() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(open)) {
            return (int) all.count();
        }
    }
}
