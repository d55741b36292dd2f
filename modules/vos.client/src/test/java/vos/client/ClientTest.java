package vos.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Tap;

/** A client's conversation, without transfers: they are in {@link ClientDownloadTest} and {@link ClientUploadTest}. */
class ClientTest {
    private final FakeServer server = new FakeServer();

    @Test
    void aConnectedClientHasBeenGreeted() throws IOException {
        try (Client client = server.client()) {
            assertEquals("welcome", client.greeting());
            assertTrue(client.strict());
        }
        assertTrue(server.closed());
    }

    @Test
    void aConversationThatDoesNotBeginIsClosed() {
        var refusal = new PeerGoneException("not today");
        server.doesNotOpen(refusal);
        assertSame(refusal, assertThrows(PeerGoneException.class, server::client));
        assertTrue(server.closed());
    }

    @Test
    void anAnswerIsPassedOnAsItIs() throws IOException {
        server.answers(new Reply.Directory("/a"));
        try (Client client = server.client()) {
            assertEquals(new Reply.Directory("/a"), client.perform(new Request.ChangeDirectory("a")));
        }
        assertEquals(List.of("ChangeDirectory[path=a]"), server.asked());
    }

    @Test
    void aRefusalHasTheServersCodeAndItsWords() throws IOException {
        server.refuses(ErrorCode.NOT_FOUND, "\"/a\" does not exist");
        try (Client client = server.client()) {
            var refusal = assertThrows(RefusedException.class, () -> client.perform(new Request.Remove("a")));
            assertEquals(ErrorCode.NOT_FOUND, refusal.code());
            assertEquals("\"/a\" does not exist", refusal.getMessage());
        }
    }

    @Test
    void aRefusalWithoutWordsHasThoseOfItsCode() throws IOException {
        server.refuses(ErrorCode.NO_SPACE, "");
        try (Client client = server.client()) {
            var refusal = assertThrows(RefusedException.class, () -> client.perform(new Request.Remove("a")));
            assertEquals("the server's disk is full", refusal.getMessage());
        }
    }

    @Test
    void aRefusalIsNotTheEndOfTheConversation() throws IOException {
        server.refuses(ErrorCode.NOT_FOUND, "").answers(new Reply.Size(3));
        try (Client client = server.client()) {
            assertThrows(RefusedException.class, () -> client.perform(new Request.Size("a")));
            assertEquals(new Reply.Size(3), client.perform(new Request.Size("b")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void noPatienceAtAllIsRefusedAndShown(Duration patience) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new ClientOptions(patience, Tap.NONE));
        assertEquals("patience " + patience, refusal.getMessage());
    }
}
