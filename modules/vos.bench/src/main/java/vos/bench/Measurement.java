package vos.bench;

import java.util.OptionalDouble;

/**
 * One work, done once by one side.
 *
 * @param value in the unit of the work
 * @param load what the client says of it
 * @param serverCpuSeconds what the server's processes used of the processors
 * @param memory the most that the server's processes had resident at once, in bytes
 * @param aloneP99 of an idle work: the p99 of the working client before the others came, in microseconds
 */
record Measurement(
        double value, LoadReport load, double serverCpuSeconds, long memory, OptionalDouble aloneP99) {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double MICROS = 1_000_000;

    /** Of the server: seconds for a GiB, where a work moves files in bulk; else microseconds for an operation. */
    double serverCost(Unit unit) {
        return cost(unit, serverCpuSeconds);
    }

    /** The same of the client. */
    double clientCost(Unit unit) {
        return cost(unit, load.clientCpuSeconds());
    }

    private double cost(Unit unit, double seconds) {
        return unit == Unit.MIB_PER_SECOND ? seconds / (load.bytes() / GIB) : seconds * MICROS / load.operations();
    }
}
