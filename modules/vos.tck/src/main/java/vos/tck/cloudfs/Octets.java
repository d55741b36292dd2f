package vos.tck.cloudfs;

import java.nio.charset.StandardCharsets;
import vos.tck.Payload;
import vos.tck.Trial;

/**
 * Bytes whose number is known beforehand, as that of a message or of the content of a file.
 *
 * @param payload the bytes
 * @param length how many there are
 */
record Octets(Payload payload, int length) {

    /** {@code text} in UTF-8. */
    static Octets of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Octets of(byte[] bytes) {
        return new Octets(Payload.bytes(bytes), bytes.length);
    }

    /** Random bytes: so few that no sentinel comes about by chance. */
    static Octets random(Trial trial, int count) {
        return of(trial.randomBytes(count));
    }

    /** {@code unit} again and again; a large content takes no room this way. */
    static Octets repeated(byte[] unit, int times) {
        return new Octets(Payload.repeated(unit, times), unit.length * times);
    }

    /** These bytes, and {@code next} behind them. */
    Octets then(Octets next) {
        return new Octets(payload.then(next.payload), length + next.length);
    }

    /** These bytes, and {@code text} in UTF-8 behind them. */
    Octets then(String text) {
        return then(of(text));
    }
}
