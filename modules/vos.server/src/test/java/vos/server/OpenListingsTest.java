package vos.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.fs.LocalVolume;
import vos.fs.Location;
import vos.fs.WorkspaceException;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/** {@code [COM-7.9]} */
class OpenListingsTest {
    private static final int LONG = OpenListings.LONG + 1;

    private final OpenListings listings = new OpenListings(1);
    private final OpenListings.Holder one = listings.holder();
    private final OpenListings.Holder other = listings.holder();

    @Test
    void oneLongListingTooManyIsRefusedUntilTheFirstIsOver() throws WorkspaceException {
        one.listed(Location.ROOT, LONG);
        var refusal = assertThrows(WorkspaceException.class, () -> other.listed(Location.ROOT, LONG));
        assertEquals(WorkspaceException.Reason.BUSY, refusal.reason());
        one.release();
        assertDoesNotThrow(() -> other.listed(Location.ROOT, LONG));
    }

    @Test
    void whoHoldsOneMayLookAtMore() throws WorkspaceException {
        one.listed(Location.ROOT, LONG);
        assertDoesNotThrow(() -> one.listed(Location.ROOT, LONG));
        one.release();
        one.release();
        other.listed(Location.ROOT, LONG);
        assertThrows(WorkspaceException.class, () -> one.listed(Location.ROOT, LONG));
    }

    @Test
    void shortOnesAreNeverRefused() throws WorkspaceException {
        one.listed(Location.ROOT, LONG);
        assertDoesNotThrow(() -> other.listed(Location.ROOT, OpenListings.LONG));
    }

    @Test
    void aPeerIsToldAndCanTryAgain(@TempDir Path root) throws IOException {
        for (int i = 0; i < LONG; i++) {
            Files.createFile(root.resolve("f" + i));
        }
        Limits limits = Limits.USUAL.with(Limit.OPEN_LISTINGS, 1);
        Resources resources = Resources.of(limits, System::nanoTime);
        var slow = new Interpreter(LocalVolume.open(root), limits, resources);
        var quick = new Interpreter(LocalVolume.open(root), limits, resources);
        assertEquals(LONG, ((Reply.Listing) slow.perform(new Request.ListDirectory(""))).entries().size());
        assertEquals(ErrorCode.BUSY, ((Reply.Failed) quick.perform(new Request.ListDirectory(""))).code());
        slow.answered();
        assertEquals(LONG, ((Reply.Listing) quick.perform(new Request.ListDirectory(""))).entries().size());
    }
}
