package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.TlsContexts;

class ServerOptionsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatCannotBeIsRefusedAndShown(int port) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ServerOptions.onLoopback(port));
        assertEquals("port " + port, refusal.getMessage());
    }

    @Test
    void eachChangeChangesOneThing() throws UnknownHostException {
        var any = InetAddress.getByAddress(new byte[4]);
        Limits limits = Limits.USUAL.with(Limit.CONNECTIONS, 5).with(Limit.IDLE, Duration.ofSeconds(6));
        assertEquals(new ServerOptions(LOOPBACK, 7, Limits.USUAL, Threads.VIRTUAL, Optional.empty()),
                ServerOptions.onLoopback(7));
        var tls = TlsContexts.server();
        assertEquals(new ServerOptions(any, 7, Limits.USUAL, Threads.VIRTUAL, Optional.of(tls)),
                ServerOptions.onLoopback(7).withTls(tls).withBind(any));
        assertEquals(new ServerOptions(any, 7, limits, Threads.PLATFORM, Optional.empty()),
                ServerOptions.onLoopback(7).withBind(any).withMaxConnections(5).withIdle(Duration.ofSeconds(6))
                        .withThreads(Threads.PLATFORM));
    }

    @Test
    void kindsOfThreadsAreWrittenAsPeopleWriteThem() {
        assertEquals("virtual platform", Threads.VIRTUAL + " " + Threads.PLATFORM);
    }
}
