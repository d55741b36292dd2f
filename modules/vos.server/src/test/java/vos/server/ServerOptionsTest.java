package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @CsvSource({"-1, 1, PT1S", "65536, 1, PT1S", "0, 0, PT1S", "0, 1, PT0S", "0, 1, PT-1S"})
    void whatMakesNoSenseIsRefusedAndShown(int port, int maxConnections, Duration idle) {
        var refusal = assertThrows(IllegalArgumentException.class,
                () -> new ServerOptions(LOOPBACK, port, maxConnections, idle, Threads.VIRTUAL));
        assertEquals("port %d, at most %d connections, idle for %s".formatted(port, maxConnections, idle),
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, PT0.000000001S", "65535, 2147483647, PT1000H"})
    void whatIsJustAllowedIsTaken(int port, int maxConnections, Duration idle) {
        var options = new ServerOptions(LOOPBACK, port, maxConnections, idle, Threads.VIRTUAL);
        assertEquals(maxConnections, options.maxConnections());
    }

    @Test
    void eachChangeChangesOneThing() throws UnknownHostException {
        var any = InetAddress.getByAddress(new byte[4]);
        assertEquals(new ServerOptions(LOOPBACK, 7, 1000, Duration.ofMinutes(10), Threads.VIRTUAL),
                ServerOptions.onLoopback(7));
        assertEquals(new ServerOptions(any, 7, 5, Duration.ofSeconds(6), Threads.PLATFORM),
                ServerOptions.onLoopback(7).withBind(any).withMaxConnections(5).withIdle(Duration.ofSeconds(6))
                        .withThreads(Threads.PLATFORM));
    }

    @Test
    void kindsOfThreadsAreWrittenAsPeopleWriteThem() {
        assertEquals("virtual platform", Threads.VIRTUAL + " " + Threads.PLATFORM);
    }
}
