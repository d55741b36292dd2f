package vos.bench;

import java.util.ArrayList;
import java.util.List;

/** How much is done: the sizes of the works, how many rounds there are, and which works belong to a whole run. */
enum Form {
    /** A few minutes in all. */
    SHORT(256, 64, 800, 1_000, 3),
    /** The sizes that are worth quoting. */
    LONG(1024, 256, 5_000, 10_000, 5);

    private static final long MIB = 1024 * 1024;
    private static final int SMALL = 4 * 1024;
    private static final int FILES = 2_000;
    /** Of idle connections, which take a server of their own each time, and long to make. */
    private static final int IDLE_ROUNDS = 1;
    /** What a process may open, but for a few that it needs for other things. */
    private static final int MOST_IDLE = Math.max(1_000, Machine.descriptors() - 1_000);
    private static final int GROWTH_MILLIS = 1_000;
    private static final int STREAMS = 8;
    private static final int OFTEN = 100;
    private static final int MANY = 64;
    private static final int CROWD = 16;
    private static final List<Integer> ENTRIES = List.of(10, 1_000, 100_000);
    private static final List<Integer> CLIENTS = List.of(1, 4, 16, 64, 250, 1_000);
    private static final int SMALLEST_FILE = 10;
    private static final int LARGEST_FILE = 33;

    private final long bulkMiB;
    private final long streamMiB;
    private final int millis;
    private final int idle;
    private final int rounds;

    Form(long bulkMiB, long streamMiB, int millis, int idle, int rounds) {
        this.bulkMiB = bulkMiB;
        this.streamMiB = streamMiB;
        this.millis = millis;
        this.idle = idle;
        this.rounds = rounds;
    }

    /** How many count. */
    int rounds(Work work) {
        return this == SHORT && work.task() instanceof Task.Idle ? IDLE_ROUNDS : rounds;
    }

    /** All works, in the order of the table. */
    List<Work> works() {
        List<Work> works = new ArrayList<>(bulk());
        works.add(Work.of("files-down", FILES + " files of 4 KiB fetched on one connection",
                new Task.SmallFiles(false, FILES, SMALL)));
        works.add(Work.of("files-up", FILES + " files of 4 KiB stored on one connection",
                new Task.SmallFiles(true, FILES, SMALL)));
        works.add(commands(1));
        works.add(commands(MANY));
        works.add(connects(1));
        works.add(connects(CROWD));
        works.add(Work.of("logins", "connect, log in with a password, one command, quit",
                new Task.Connects(1, millis, true)));
        works.add(Work.of("startup", "from the start of the process to the first connection", new Task.Startup()));
        works.add(Work.of("idle", "memory of each of %,d idle connections".formatted(idle), new Task.Idle(idle)));
        works.add(Work.of("idle-most", "the same of as many as descriptors allow here, %,d".formatted(MOST_IDLE),
                new Task.Idle(MOST_IDLE)));
        works.addAll(growth());
        return works;
    }

    /** Those that are done when nobody names any. */
    List<Work> usual() {
        return works().stream()
                .filter(work -> this == LONG || work.step().isEmpty() && work.place() == Work.Place.MEMORY
                        && !work.name().equals("idle-most"))
                .toList();
    }

    private List<Work> bulk() {
        Work down = Work.of("down", bulkMiB + " MiB fetched", new Task.Bulk(false, bulkMiB * MIB, 1));
        Work up = Work.of("up", bulkMiB + " MiB stored", new Task.Bulk(true, bulkMiB * MIB, 1));
        Work downs = Work.of("down-" + STREAMS, STREAMS + " times " + streamMiB + " MiB fetched at once",
                new Task.Bulk(false, streamMiB * MIB, STREAMS));
        Work ups = Work.of("up-" + STREAMS, STREAMS + " times " + streamMiB + " MiB stored at once",
                new Task.Bulk(true, streamMiB * MIB, STREAMS));
        return List.of(down, up, downs, ups, down.onDisk(), up.onDisk(), down.encrypted(), up.encrypted());
    }

    private Work commands(int connections) {
        return Work.of("commands-" + connections, "round trips of one command, connections: " + connections,
                new Task.Commands(connections, millis, 0));
    }

    private Work connects(int concurrency) {
        return Work.of("connects-" + concurrency, "connect, one command, quit; at once: " + concurrency,
                new Task.Connects(concurrency, millis, false));
    }

    /** One that is fetched in a moment is fetched often, or the moment could not be measured. */
    private static Task fetch(long bytes) {
        return bytes <= MIB ? new Task.SmallFiles(false, OFTEN, (int) bytes) : new Task.Bulk(false, bytes, 1);
    }

    private List<Work> growth() {
        List<Work> works = new ArrayList<>();
        for (int entries : ENTRIES) {
            works.add(Work.of("growth-entries-" + entries,
                    "round trips of one command in a directory of %,d entries".formatted(entries),
                    new Task.Commands(1, GROWTH_MILLIS, entries))
                    .in("growth-entries", "entries of the directory", entries));
        }
        for (int power = SMALLEST_FILE; power <= LARGEST_FILE; power += power < 30 ? 5 : 3) {
            long bytes = 1L << power;
            works.add(Work.of("growth-bytes-" + bytes, "a file of %,d bytes fetched".formatted(bytes),
                    fetch(bytes)).in("growth-bytes", "bytes of the file", bytes));
        }
        for (int clients : CLIENTS) {
            works.add(Work.of("growth-clients-" + clients, "round trips of %,d busy clients".formatted(clients),
                    new Task.Commands(clients, GROWTH_MILLIS, 0)).in("growth-clients", "busy clients", clients));
        }
        return works;
    }
}
