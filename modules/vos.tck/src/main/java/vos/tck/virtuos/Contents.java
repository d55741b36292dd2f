package vos.tck.virtuos;

import java.util.stream.IntStream;
import vos.tck.Payload;
import vos.tck.Trial;

/** Contents of files that are tried in both forms. */
final class Contents {

    /** All values that a byte can have. */
    static final Payload EVERY_BYTE = Payload.octets(IntStream.range(0, 256).toArray());

    /** A large content repeats so many bytes, which no buffer has, so many times. */
    private static final int UNIT = 4099;
    private static final int TIMES = 2047;

    /** How many bytes a large content has: more than 8 MiB, and more than the buffers of both systems hold. */
    static final int LARGE = UNIT * TIMES;

    private Contents() {
    }

    /** A content of {@link #LARGE} bytes. */
    static Payload large(Trial trial) {
        return Payload.repeated(trial.randomBytes(UNIT), TIMES);
    }

    /** So many bytes, of a pattern that differs from one buffer to the next. */
    static Payload sized(Trial trial, int size) {
        return Payload.bytes(trial.randomBytes(size));
    }
}
