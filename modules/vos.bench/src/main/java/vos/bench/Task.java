package vos.bench;

import java.util.List;

/** What is asked of a server: the words of it that {@code vos-load} understands, and how its result is read. */
sealed interface Task {
    double MIB = 1024.0 * 1024;

    /** The work and its keys, for the command line of {@code vos-load}. */
    List<String> arguments();

    Unit unit();

    /** Whether each measurement starts a server of its own, and so nothing is to be warmed up. */
    default boolean fresh() {
        return false;
    }

    /** The value of a measurement, in the unit. */
    default double value(LoadReport report) {
        return report.operations() / report.seconds();
    }

    /**
     * One large file a stream.
     *
     * @param up stored, or else fetched
     * @param bytes of one file
     * @param streams connections at once
     */
    record Bulk(boolean up, long bytes, int streams) implements Task {
        static final String FILE = "bulk";

        @Override
        public List<String> arguments() {
            return List.of(up ? "up" : "down", "name=" + FILE, "bytes=" + bytes, "streams=" + streams);
        }

        @Override
        public Unit unit() {
            return Unit.MIB_PER_SECOND;
        }

        @Override
        public double value(LoadReport report) {
            return report.bytes() / MIB / report.seconds();
        }
    }

    /**
     * Many small files, one after the other on one connection.
     *
     * @param up stored, or else fetched
     * @param count how many
     * @param bytes of each
     */
    record SmallFiles(boolean up, int count, int bytes) implements Task {
        static final String PREFIX = "small";

        /** The same with fewer files, for a server that waits around each of them. */
        SmallFiles atMost(int most) {
            return new SmallFiles(up, Math.min(count, most), bytes);
        }

        @Override
        public List<String> arguments() {
            return List.of(up ? "files-up" : "files-down", "name=" + PREFIX, "count=" + count, "bytes=" + bytes);
        }

        @Override
        public Unit unit() {
            return Unit.FILES_PER_SECOND;
        }
    }

    /**
     * Round trips of the cheapest command.
     *
     * @param connections at once
     * @param millis how long
     * @param entries files in the directory where that happens
     */
    record Commands(int connections, int millis, int entries) implements Task {
        @Override
        public List<String> arguments() {
            return List.of("commands", "connections=" + connections, "millis=" + millis);
        }

        @Override
        public Unit unit() {
            return Unit.COMMANDS_PER_SECOND;
        }
    }

    /**
     * Connections with one command each.
     *
     * @param concurrency at once
     * @param millis how long
     * @param login whether a password is asked for, and so the server has to hash it
     */
    record Connects(int concurrency, int millis, boolean login) implements Task {
        @Override
        public List<String> arguments() {
            return List.of("connects", "concurrency=" + concurrency, "millis=" + millis);
        }

        @Override
        public Unit unit() {
            return Unit.CONNECTIONS_PER_SECOND;
        }
    }

    /**
     * Connections that say nothing, and one that works beside them.
     *
     * @param connections that say nothing
     */
    record Idle(int connections) implements Task {
        @Override
        public List<String> arguments() {
            return List.of("idle", "connections=" + connections);
        }

        @Override
        public Unit unit() {
            return Unit.KIB_PER_CONNECTION;
        }

        @Override
        public boolean fresh() {
            return true;
        }
    }

    /** From the start of the process to the first connection that it takes. */
    record Startup() implements Task {
        @Override
        public List<String> arguments() {
            return List.of();
        }

        @Override
        public Unit unit() {
            return Unit.MILLISECONDS;
        }

        @Override
        public boolean fresh() {
            return true;
        }
    }
}
