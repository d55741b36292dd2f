package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;

/** How the client learns which form its server speaks, and how it goes on when a connection is lost. */
class VirtuosClientEndTest extends ClientEndFixture {
    /** {@code [VIRT-6.1]}, {@code [VIRT-7.1]} */
    @Test
    void theAnswerToHelloTellsTheForm() throws IOException {
        assertTrue(client(STRICT).strict());
        opened = 0;
        connections.clear();
        assertFalse(client(PUBLISHED).strict());
    }

    @Test
    void theClientSpeaksWhenItHasBeenWelcomed() {
        var silent = ScriptedTransport.reading("Welcome to the").thenSilence();
        connections.add(silent);

        assertThrows(PeerGoneException.class, this::open);
        assertEquals(List.of(), silent.writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {STRICT, PUBLISHED})
    void whatTheDialectHasNoCommandForIsNotAsked(String greeting) throws IOException {
        var client = client(greeting);

        for (Request request : List.of(new Request.Move("a", "b"), new Request.Size("a"))) {
            assertEquals(ErrorCode.UNSUPPORTED,
                    assertInstanceOf(Reply.Failed.class, client.perform(request)).code());
        }
        assertEquals("", said(0));
    }

    /** {@code [VIRT-7.8]} */
    @Test
    void theNextCommandAfterALostConnectionGoesBackWhereItWas() throws IOException {
        var client = client(STRICT + "OK 2\n/d", STRICT + "OK 2\n/d|OK\n");
        client.perform(new Request.ChangeDirectory("d"));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("x")));

        assertEquals(new Reply.Done(), client.perform(new Request.Remove("y")));
        assertEquals("cd d\nrm y\n", said(1));
        assertTrue(connections.getFirst().closed());
    }

    @Test
    void aDirectoryThatHasGoneMeanwhileIsSaidSo() throws IOException {
        var client = client(STRICT + "OK 2\n/d", STRICT + "ERROR not-found: no\n");
        client.perform(new Request.ChangeDirectory("d"));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("x")));

        var lost = assertThrows(IOException.class, () -> client.perform(new Request.Remove("y")));
        assertEquals("connected again, but /d is not there any more", lost.getMessage());
    }

    /** Otherwise the command after the next would be done in the root. */
    @Test
    void whoIsLostAgainOnTheWayBackStillKnowsWhereItWas() throws IOException {
        var client = client(STRICT + "OK 2\n/d", STRICT, STRICT + "OK 2\n/d|OK\n");
        client.perform(new Request.ChangeDirectory("d"));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("x")));
        assertThrows(PeerGoneException.class, () -> client.perform(new Request.Remove("y")));

        assertEquals(new Reply.Done(), client.perform(new Request.Remove("z")));
        assertEquals("cd d\n", said(1));
        assertEquals("cd d\nrm z\n", said(2));
    }

    @Test
    void aDirectoryIsToldFromTheRoot() throws IOException {
        for (String answer : List.of(PUBLISHED + "somewhere\n", STRICT + "OK 0\n", STRICT + "OK 4\ndocs")) {
            connections.clear();
            opened = 0;
            var client = client(answer);

            assertThrows(ProtocolViolation.class, () -> client.perform(new Request.WhereAmI()), answer);
        }
    }
}
