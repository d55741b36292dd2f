package vos.server;

import java.util.function.LongSupplier;
import vos.protocol.Buffers;

/**
 * What all connections of one server share, and none may use up: each is as large as its {@link Limit} says.
 *
 * @param buffers memory for transfers
 * @param listings long listings in memory
 * @param crowd who is there from where, and the rate of commands of each place
 * @param rate bytes a second, all connections together
 */
record Resources(Buffers buffers, OpenListings listings, Crowd crowd, Throttle rate) {

    /** As much of each as these limits allow. */
    static Resources of(Limits limits, LongSupplier nanoTime) {
        return new Resources(new Buffers(limits.of(Limit.BUFFER_MEMORY)),
                new OpenListings(limits.count(Limit.OPEN_LISTINGS)),
                new Crowd(limits.count(Limit.CONNECTIONS_PER_ADDRESS),
                        () -> new Throttle(limits.of(Limit.COMMAND_RATE), nanoTime)),
                new Throttle(limits.of(Limit.TOTAL_RATE), nanoTime));
    }
}
