package vos.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import vos.client.Client;
import vos.client.RefusedException;
import vos.protocol.Body;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.Operation;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * A client that uploads, replaces, moves and removes until its server dies, and knows what must be there then: its own
 * things as they were after the last answer, or as they would be after the request that was not answered.
 *
 * <p>For one thread at a time. Names that begin with its own are nobody else's; a few others belong to all.
 */
final class KillWorker {
    /** What a directory's name stands for. */
    static final String DIRECTORY = "a directory";
    /** What a name begins with that all write to. */
    static final String SHARED = "shared-";

    private static final int OWN_FILES = 6;
    private static final int SHARED_FILES = 2;
    private static final int SMALL = 1 << 10;
    private static final int LARGE = 300 << 10;

    private final String id;
    private final Dialect dialect;
    private final Random random;
    private final Shared shared;
    private Map<String, String> answered = new TreeMap<>();
    private Map<String, String> asked = answered;
    private int version;

    /**
     * One that has nothing yet.
     *
     * @param id letters and digits
     * @param shared hears of what is done to the names that belong to all
     */
    KillWorker(String id, Dialect dialect, long seed, Shared shared) {
        this.id = id;
        this.dialect = dialect;
        this.random = new Random(seed);
        this.shared = shared;
    }

    /**
     * What is known of names that all write to and nobody removes.
     *
     * @param contents of which each file is one: all that have been sent
     * @param names of files that are there: each has been stored once
     */
    record Shared(Set<String> contents, Set<String> names) { }

    /** Whose things these are. */
    boolean owns(String name) {
        return name.startsWith(id + "-");
    }

    /** What is wrong with these things, which are all of its own that are there; from now on it goes on from them. */
    Optional<String> judge(Map<String, String> found) {
        boolean right = found.equals(answered) || found.equals(asked);
        String wrong = id + " has " + found + "\n    of what was answered, " + answered
                + "\n    or, with what was asked, " + asked;
        answered = found;
        asked = found;
        return right ? Optional.empty() : Optional.of(wrong);
    }

    /**
     * Makes requests until one is not answered; counts those that are.
     *
     * @throws IOException always: why it was not answered
     */
    void workUntilItBreaksOff(Client client, AtomicInteger answers) throws IOException {
        try {
            while (true) {
                step(client);
                answers.incrementAndGet();
            }
        } catch (RefusedException e) {
            throw new AssertionError(id + " was refused what it may do: " + e.getMessage() + ", " + answered, e);
        }
    }

    private void step(Client client) throws IOException {
        String file = id + "-" + random.nextInt(OWN_FILES);
        String other = id + "-" + random.nextInt(OWN_FILES);
        String directory = id + "-d" + random.nextInt(2);
        switch (random.nextInt(10)) {
            case 0 -> uploadShared(client);
            case 1 -> remove(client, file);
            case 2, 3 -> move(client, file, other);
            case 4 -> makeOrRemove(client, directory);
            default -> upload(client, dialect.id().equals("file-sharing") ? id + "-" + ++version : file);
        }
    }

    /** What is there if this request is done; after its answer, it is. */
    private void change(Client client, Map<String, String> after, Request request) throws IOException {
        asked = after;
        perform(client, request);
        answered = after;
    }

    private static void perform(Client client, Request request) throws IOException {
        if (client.perform(request) instanceof Reply.Exit(OptionalInt status) && status.orElse(0) != 0) {
            throw new AssertionError(request + " ended with " + status);
        }
    }

    private String newStamp() {
        return StampedContent.stamp(id, ++version, random.nextInt(random.nextBoolean() ? SMALL : LARGE));
    }

    private static Request upload(String name, String stamp) {
        return new Request.Upload(name, Body.of(StampedContent.bytes(stamp)), true);
    }

    private void upload(Client client, String name) throws IOException {
        String stamp = newStamp();
        var after = new TreeMap<>(answered);
        after.put(name, stamp);
        change(client, after, upload(name, stamp));
    }

    /** Where uploads never replace, all but the first are refused. */
    private void uploadShared(Client client) throws IOException {
        String stamp = newStamp();
        String name = SHARED + random.nextInt(SHARED_FILES);
        shared.contents().add(stamp);
        try {
            perform(client, upload(name, stamp));
            shared.names().add(name);
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    private void remove(Client client, String name) throws IOException {
        Optional<Request> request = request(Operation.REMOVE, new Request.Remove(name), "rm " + name);
        if (request.isPresent() && answered.containsKey(name)) {
            var after = new TreeMap<>(answered);
            after.remove(name);
            change(client, after, request.get());
        }
    }

    private void move(Client client, String from, String to) throws IOException {
        Optional<Request> request = request(Operation.MOVE, new Request.Move(from, to), "mv " + from + " " + to);
        if (request.isPresent() && answered.containsKey(from) && !from.equals(to)) {
            var after = new TreeMap<>(answered);
            after.put(to, after.remove(from));
            change(client, after, request.get());
        }
    }

    private void makeOrRemove(Client client, String name) throws IOException {
        boolean there = answered.containsKey(name);
        Optional<Request> request = there
                ? request(Operation.REMOVE, new Request.Remove(name), "rmdir " + name)
                : request(Operation.MAKE_DIRECTORY, new Request.MakeDirectory(name), "mkdir " + name);
        if (request.isPresent()) {
            var after = new TreeMap<>(answered);
            if (there) {
                after.remove(name);
            } else {
                after.put(name, DIRECTORY);
            }
            change(client, after, request.get());
        }
    }

    /** The request if the lab has one for it, or the command line, or nothing. */
    private Optional<Request> request(Operation operation, Request request, String line) {
        if (dialect.vocabulary().find(operation).isPresent()) {
            return Optional.of(request);
        }
        return dialect.vocabulary().passesOn()
                ? Optional.of(new Request.CommandLine(line, Channels.newChannel(new ByteArrayOutputStream())))
                : Optional.empty();
    }
}
