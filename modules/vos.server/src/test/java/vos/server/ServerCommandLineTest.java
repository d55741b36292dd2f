package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vos.protocol.LineDialect;

/** Command lines that run for ever and say nothing: they hold up nobody, and end with their connection. */
class ServerCommandLineTest extends ServerFixture {
    private static final String ENDLESS = "run\tfind -name nothing\n";

    private void startWithEndlessCommands(Threads threads, int count) throws IOException {
        start(new LineDialect(), new EndlessVolume(), OPTIONS.withThreads(threads));
        for (int i = 0; i < count; i++) {
            call().say(ENDLESS);
        }
        eventually().until(() -> recorder.count("before CommandLine") == count);
    }

    @Test
    void asManyAsThereAreProcessorsHoldUpNobody() throws IOException {
        startWithEndlessCommands(Threads.VIRTUAL, 0);
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            call().say(ENDLESS);
        }
        assertEquals("OK\t/", call().ask("pwd"));
    }

    @ParameterizedTest
    @EnumSource
    void oneIsCutByAStopAndThenEnds(Threads threads) throws IOException {
        startWithEndlessCommands(threads, 1);
        assertEquals(1, server.stop(Duration.ofMillis(50)));
        assertEquals(0, server.connections());
        assertEquals(List.of("connected", "before CommandLine", "after CommandLine: null, PeerGoneException",
                "disconnected"), recorder.of(1));
    }

    @Test
    void oneEndsWhenNoByteHasPassedForTooLong() throws IOException {
        start(new LineDialect(), new EndlessVolume(), OPTIONS.withIdle(Duration.ofSeconds(1)));
        call().say(ENDLESS);
        eventually().until(() -> server.connections() == 0);
    }
}
