package vos.protocol;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two of ours, over the loopback interface: what a wire relies on holds as it does without TLS. */
class TlsTransportTest extends TransportContract {

    private TlsFixture tls;

    @Override
    @BeforeEach
    void connect() throws IOException {
        tls = new TlsFixture();
        TlsTransport client = tls.client(TlsContexts.client(), "localhost");
        TlsTransport server = tls.server();
        near = client;
        far = server;
        // Which takes both, and in a test of the contract one speaks first.
        assertDoesNotThrow(() -> TlsFixture.join(client, server));
    }

    @AfterEach
    void leave() throws IOException {
        tls.close();
    }
}
