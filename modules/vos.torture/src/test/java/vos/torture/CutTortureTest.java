package vos.torture;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vos.protocol.Dialect;

/**
 * The network fails behind every byte: the conversation of each lab in both its forms, between our client and our
 * server, is cut there, in either direction, in each of four ways. Whatever was told as done is done, nothing is half
 * done, nothing is left behind, nobody hangs, and the next client is served.
 *
 * <p>The long form tries all cuts. The short one tries as many as a build has time for: in the strict form one at least
 * behind every byte, in a way that chance decides, but for cloud-fs, whose headers are long; in the published form,
 * which waits for a clock, a sample.
 */
class CutTortureTest {
    /** What has been tried stands in the report of the test. */
    private static final Logger LOG = System.getLogger("vos.torture");
    private static final int SHOWN = 20;

    private final long seed = Form.seed();
    @TempDir
    private Path directory;

    @Test
    void aCutInTheStrictFormLeavesNothingHalfDone() throws Exception {
        cut(WireForm.STRICT, Form.choose(800, Integer.MAX_VALUE));
    }

    /** But for what the published wires cannot tell, which {@link CutHazards} lists. */
    @Test
    void aCutInThePublishedFormLeavesNothingHalfDone() throws Exception {
        cut(WireForm.PUBLISHED, Form.choose(60, Integer.MAX_VALUE));
    }

    private void cut(WireForm form, int most) throws Exception {
        var batches = new ArrayList<CutBatch>();
        for (Dialect dialect : Labs.ALL) {
            batches.add(new CutBatch(dialect, form, Files.createDirectory(directory.resolve(dialect.id()))));
        }
        CutCensus before = CutCensus.take(directory);
        List<String> wrong = together(batches, most);
        for (CutBatch batch : batches) {
            LOG.log(Level.INFO, batch.report());
        }
        if (!wrong.isEmpty()) {
            fail("%d things are wrong, with -Dvos.torture.seed=%d:%n%s".formatted(wrong.size(), seed,
                    String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size())))));
        }
        requireNothingLeft(before);
    }

    private List<String> together(List<CutBatch> batches, int most) throws InterruptedException, ExecutionException {
        var wrong = new ArrayList<String>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<String>>> calls = batches.stream()
                    .<Callable<List<String>>>map(batch -> () -> batch.run(batch.cuts(most, new Random(seed)))).toList();
            for (Future<List<String>> call : threads.invokeAll(calls)) {
                wrong.addAll(call.get());
            }
        }
        return wrong;
    }

    private void requireNothingLeft(CutCensus before) {
        await().atMost(10, SECONDS).untilAsserted(() -> {
            CutCensus now = CutCensus.take(directory);
            if (!now.isNoMoreThan(before)) {
                fail("before there were " + before + ", and now there are " + now);
            }
        });
    }
}
