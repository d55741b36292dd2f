package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/** A volume with a quota that nobody comes near keeps the contract of a volume, and its account. */
final class QuotaContractTest extends VolumeContract {

    private final MemoryVolume memory = new MemoryVolume();
    private final QuotaVolume limited =
            new QuotaVolume(memory, new Quota(1L << 40, 100_000, 1L << 30), InstantSource.system());

    @Override
    Volume create() throws IOException {
        // So that it is counted now, and all that comes is only added and taken away.
        limited.makeDirectory(Contents.at("/first"));
        limited.removeDirectory(Contents.at("/first"));
        return limited;
    }

    @AfterEach
    void theAccountIsWhatACountFinds() throws IOException {
        assertEquals(new UsageCount(memory).total(), limited.taken());
    }
}
