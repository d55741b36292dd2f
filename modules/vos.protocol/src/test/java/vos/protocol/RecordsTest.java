package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that refuse what makes no sense, and that stay as they are. */
class RecordsTest {

    @ParameterizedTest
    @CsvSource({"0, PT0S", "-1, PT0S", "1, PT-0.001S"})
    void optionsThatMakeNoSenseAreRefusedAndShown(int messageLimit, Duration patience) {
        var failure = assertThrows(IllegalArgumentException.class,
                () -> new WireOptions(messageLimit, patience, Tap.NONE, Buffers.UNBOUNDED));
        assertEquals("messageLimit " + messageLimit + ", patience " + patience, failure.getMessage());
    }

    @Test
    void eachOptionIsChangedAlone() {
        var tap = new RecordingTap();
        var minute = Duration.ofMinutes(1);
        assertEquals(new WireOptions(1, Duration.ZERO, Tap.NONE, Buffers.UNBOUNDED),
                WireOptions.DEFAULTS.withMessageLimit(1));
        assertEquals(new WireOptions(8192, minute, Tap.NONE, Buffers.UNBOUNDED),
                WireOptions.DEFAULTS.withPatience(minute));
        assertEquals(new WireOptions(8192, Duration.ZERO, tap, Buffers.UNBOUNDED),
                WireOptions.DEFAULTS.withTap(tap));
    }

    @Test
    void aListingDoesNotChange() {
        var entries = new ArrayList<>(List.of(new Entry("notes", false)));
        var listing = new Reply.Listing(entries);
        entries.clear();
        assertEquals(List.of(new Entry("notes", false)), listing.entries());
        assertThrows(UnsupportedOperationException.class, () -> listing.entries().clear());
    }
}
