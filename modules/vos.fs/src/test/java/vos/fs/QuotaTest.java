package vos.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.fs.Contents.at;
import static vos.fs.Contents.put;
import static vos.fs.Contents.write;
import static vos.fs.Refusals.assertRefused;
import static vos.fs.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vos.fs.WorkspaceException.Reason;

/** What fits, what does not, and what is given back; {@link QuotaRaceTest} has the same of many at once. */
@Timeout(60)
final class QuotaTest {

    private static final long MOST = Long.MAX_VALUE;

    private final MemoryVolume whole = new MemoryVolume();
    private Instant now = Instant.EPOCH;

    private QuotaVolume limited(long bytes, long files, long largestFile) {
        return new QuotaVolume(whole, new Quota(bytes, files, largestFile), () -> now);
    }

    @Test
    void whatJustFitsIsStoredAndOneByteMoreIsNot() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        put(volume, "/a", "12345");
        put(volume, "/b", "67890");
        put(volume, "/empty", "");
        WorkspaceException refusal = assertRefused(Reason.QUOTA_EXCEEDED, "/c", () -> put(volume, "/c", "x"));
        assertEquals("\"/c\" does not fit: 10 of 10 bytes are taken, uploads under way included;"
                + " remove something first", refusal.getMessage());
        assertThatTree(whole).containsExactly("a = 12345", "b = 67890", "empty = ");
        assertEquals(new Usage(10, 3), volume.taken());
    }

    @Test
    void anUploadThatDoesNotFitIsRefusedInItsMiddleAndLeavesTheOldFile() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        put(volume, "/a", "old");
        try (Draft draft = volume.draft(at("/a"), Publish.REPLACE)) {
            write(draft, "1234567");
            assertEquals(new Usage(10, 2), volume.taken());
            assertRefused(Reason.QUOTA_EXCEEDED, "/a", () -> write(draft, "8"));
            assertFalse(draft.isOpen(), "open after its writing was refused");
            assertThrows(IllegalStateException.class, draft::publish);
        }
        assertThatTree(whole).containsExactly("a = old");
        assertEquals(new Usage(3, 1), volume.taken());
    }

    @Test
    void aReplacedFileGivesItsRoomBackWhenItIsGone() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        put(volume, "/a", "1234");
        put(volume, "/a", "123456");
        assertEquals(new Usage(6, 1), volume.taken());
        put(volume, "/a", "12");
        assertEquals(new Usage(2, 1), volume.taken());
        put(volume, "/b", "12345678");
        assertEquals(new Usage(10, 2), volume.taken());
    }

    @Test
    void whatIsRemovedOrMovedOverGivesItsRoomBack() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        put(volume, "/a", "1234");
        put(volume, "/b", "56");
        volume.makeDirectory(at("/d"));
        volume.move(at("/a"), at("/b"));
        volume.move(at("/b"), at("/b"));
        volume.move(at("/b"), at("/d/b"));
        assertEquals(new Usage(4, 2), volume.taken());
        volume.removeFile(at("/d/b"));
        volume.removeDirectory(at("/d"));
        assertEquals(Usage.NONE, volume.taken());
    }

    @Test
    void whatIsRefusedByTheVolumeTakesNothing() throws IOException {
        QuotaVolume volume = limited(10, 10, MOST);
        put(volume, "/a", "1234");
        for (VolumeOperation operation : VolumeOperation.all()) {
            assertThrows(WorkspaceException.class, () -> operation.on(volume, at("/a/x")));
            assertThrows(WorkspaceException.class, () -> operation.on(volume, at("/none/x")));
        }
        assertEquals(new Usage(4, 1), volume.taken());
    }

    @Test
    void filesAndDirectoriesAreCountedTogether() throws IOException {
        QuotaVolume volume = limited(MOST, 2, MOST);
        volume.makeDirectory(at("/d"));
        put(volume, "/a", "");
        WorkspaceException refusal = assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(volume, "/b", ""));
        assertEquals("\"/b\" is one too many: 2 of 2 files and directories are there, uploads under way included;"
                + " remove something first", refusal.getMessage());
        assertRefused(Reason.QUOTA_EXCEEDED, "/e", () -> volume.makeDirectory(at("/e")));
        assertRefused(Reason.ALREADY_EXISTS, "/d", () -> volume.makeDirectory(at("/d")));
        assertRefused(Reason.ALREADY_EXISTS, "/a", () -> volume.draft(at("/a"), Publish.CREATE));
        assertEquals(new Usage(0, 2), volume.taken());
    }

    @Test
    void aFileMayBeAsLargeAsTheLargestAndNoLarger() throws IOException {
        QuotaVolume volume = limited(MOST, MOST, 4);
        put(volume, "/a", "1234");
        try (Draft draft = volume.draft(at("/b"), Publish.CREATE)) {
            write(draft, "123");
            WorkspaceException refusal = assertRefused(Reason.TOO_LARGE, "/b", () -> write(draft, "45"));
            assertEquals("\"/b\" is larger than 4 bytes, which is the most for one file", refusal.getMessage());
            assertFalse(draft.isOpen(), "open after its writing was refused");
        }
        assertThatTree(whole).containsExactly("a = 1234");
        assertEquals(new Usage(4, 1), volume.taken());
    }

    @Test
    void whatWasThereBeforeCounts() throws IOException {
        whole.makeDirectory(at("/d"));
        put(whole, "/d/a", "123456");
        QuotaVolume volume = limited(10, MOST, MOST);
        assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(volume, "/b", "12345"));
        put(volume, "/b", "1234");
        assertEquals(new Usage(10, 3), volume.taken());
    }

    @Test
    void whatAnotherProcessRemovedIsSeenBeforeARefusalButNotAtEach() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        put(volume, "/a", "1234567890");
        whole.removeFile(at("/a"));
        assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(volume, "/b", "1"));
        now = now.plus(Ledger.PAUSE).minusMillis(1);
        assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(volume, "/b", "1"));
        now = now.plusMillis(1);
        put(volume, "/b", "1234567890");
        assertEquals(new Usage(10, 1), volume.taken());
    }

    @Test
    void aCountThatTakesLongIsNotMadeOften() throws IOException {
        Volume slow = new MemoryVolume();
        Instant[] time = {Instant.EPOCH};
        QuotaVolume volume = new QuotaVolume(slow, new Quota(10, MOST, MOST), () -> {
            time[0] = time[0].plusSeconds(1);
            return time[0];
        });
        put(volume, "/a", "1234567890");
        slow.removeFile(at("/a"));
        for (int second = 0; second < 7; second++) {
            assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(volume, "/b", "1"));
        }
        time[0] = time[0].plusSeconds(10);
        put(volume, "/b", "1");
    }

    @Test
    void aFileThatMayOrMayNotHaveBeenPublishedIsCountedAnew(@TempDir Path root) throws IOException {
        Broken disk = new Broken();
        Volume local = LocalVolume.open(root, disk);
        QuotaVolume volume = new QuotaVolume(local, new Quota(10, MOST, MOST), () -> now);
        put(volume, "/a", "12");
        disk.broken = true;
        assertRefused(Reason.FAILED, "/b", () -> put(volume, "/b", "345678"));
        assertRefused(Reason.QUOTA_EXCEEDED, "/c", () -> put(volume, "/c", "123"));
        assertEquals(new Usage(8, 2), volume.taken());
    }

    @Test
    void partsOfALimitedVolumeShareItsAccountAndALimitedPartHasItsOwn() throws IOException {
        QuotaVolume volume = limited(10, MOST, MOST);
        volume.makeDirectory(at("/ann"));
        Volume part = volume.within(at("/ann"));
        put(part, "/a", "12345");
        assertRefused(Reason.QUOTA_EXCEEDED, "/b", () -> put(part, "/b", "123456"));
        assertEquals(new Usage(5, 2), volume.taken());

        Volume home = whole.within(at("/ann")).limitedTo(new Quota(7, MOST, MOST));
        put(home, "/b", "67");
        assertRefused(Reason.QUOTA_EXCEEDED, "/c", () -> put(home, "/c", "8"));
    }

    @Test
    void withoutALimitThereIsNoAccount() {
        assertSame(whole, whole.limitedTo(Quota.UNLIMITED));
        assertThrows(IllegalArgumentException.class, () -> new Quota(-1, 0, 0));
    }

    /** A disk that, once broken, cannot say whether a name is on it. */
    private static final class Broken implements Forcing {

        private boolean broken;

        @Override
        public void content(FileChannel file) {
            // Works.
        }

        @Override
        public void names(Path directory) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
        }
    }

    @Test
    void theQuotaIsToldToWhomItIsForAndNotToOneOfThoseWhoShareIt() {
        Quota quota = new Quota(10, 20, 30);
        Volume volume = whole.limitedTo(quota);
        assertEquals(quota, volume.quota());
        assertEquals(quota, whole.within(at("/home")).limitedTo(quota).quota());
        assertEquals(Quota.UNLIMITED, volume.within(at("/home")).quota());
    }
}
