package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Splits;

/** What the client says, and believes, in the strict form {@code [VIRT-6]}. */
class StrictClientEndTest extends ClientEndFixture {
    @Test
    void commandsAreLinesAndAnswersAreMeasured() throws IOException {
        var client = client(STRICT + "OK 8\n/my docs|OK\n|OK\nOK\nOK 10\n a b\ndoc/\n|OK 0\nOK\n|OK 1\n/");

        assertEquals(new Reply.Directory("/my docs"), client.perform(new Request.ChangeDirectory("my docs")));
        assertEquals(new Reply.Done(), client.perform(new Request.MakeDirectory("a b")));
        assertEquals(new Reply.Done(), client.perform(new Request.Touch("c")));
        assertEquals(new Reply.Done(), client.perform(new Request.Remove(" ")));
        assertEquals(new Reply.Listing(List.of(new Entry(" a b", false), new Entry("doc", true))),
                client.perform(new Request.ListDirectory("")));
        assertEquals(new Reply.Listing(List.of()), client.perform(new Request.ListDirectory("x y")));
        assertEquals(new Reply.Goodbye(), client.perform(new Request.Quit()));
        assertEquals(new Reply.Directory("/"), client.perform(new Request.WhereAmI()));
        assertEquals("cd my docs\nmkdir a b\ntouch c\nrm  \nls\nls x y\nexit\npwd\n", said(0));
    }

    @Test
    void anErrorKeepsItsCodeAndItsSentence() throws IOException {
        var client = client(STRICT + "ERROR already-exists: \"/a: b\" exists already\n");

        assertEquals(new Reply.Failed(ErrorCode.ALREADY_EXISTS, "\"/a: b\" exists already"),
                client.perform(new Request.MakeDirectory("a: b")));
    }

    @Test
    void anErrorThisClientDoesNotKnowIsAnErrorAllTheSame() throws IOException {
        var client = client(STRICT + "ERROR on-fire: the server burns\n");

        assertEquals(new Reply.Failed(ErrorCode.INTERNAL, "the server burns"), client.perform(new Request.Remove("a")));
    }

    @Test
    void aFileIsAsLongAsWasToldWhateverItHolds() throws IOException {
        var client = client(STRICT + "OK 12\nab<<EOF>>\ncd|OK\n");

        assertEquals("ab<<EOF>>\ncd", content(client.perform(new Request.Download("a"))));
        assertEquals(new Reply.Done(), client.perform(new Request.Remove("a")));
        assertEquals(1, opened);
    }

    @Test
    void aDownloadThatIsLeftHalfReadLeavesTheConnectionUseful() throws IOException {
        var client = client(STRICT + "OK 5\n12345OK 2\n/b");

        assertInstanceOf(Reply.Content.class, client.perform(new Request.Download("a"))).body().close();

        assertEquals(new Reply.Directory("/b"), client.perform(new Request.ChangeDirectory("b")));
        assertEquals(1, opened);
    }

    @Test
    void aRefusedDownloadIsNoContent() throws IOException {
        var client = client(STRICT + "ERROR not-found: no\n");

        assertEquals(new Reply.Failed(ErrorCode.NOT_FOUND, "no"), client.perform(new Request.Download("a")));
    }

    @Test
    void anUploadTellsItsSizeBeforeItsName(@TempDir Path here) throws IOException {
        var client = client(STRICT + "OK\n");
        upload(client, "a b", Files.writeString(here.resolve("f"), "x<<EOF>>y"));

        assertEquals("upload 9 a b\nx<<EOF>>y", said(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK\n", "OK five\n", "OK -1\n", "ok 5\n", "FINE 5\n", "Unknown command.\n",
        "OK 9999999999999999999\n", "OK 900000000000000000\n", "ERROR 30\n", "OK 2\n\u00ff\u00fe",
        "OK 3\na\nb"})
    void anAnswerThatMakesNoSenseIsNotBelieved(String answer) throws IOException {
        var client = client(STRICT + answer);

        assertThrows(ProtocolViolation.class, () -> client.perform(new Request.ListDirectory("")));
    }

    @Test
    void aDownloadThatIsCutIsNotBelieved() throws IOException {
        String start = STRICT.replace("|", "");
        String answer = "OK 5\n12345";
        for (int length = 0; length < answer.length(); length++) {
            connections.add(ScriptedTransport.reading(start + answer.substring(0, length)));
            var client = open();

            assertThrows(PeerGoneException.class, () -> content(client.perform(new Request.Download("a"))));
        }
    }

    @Test
    void aNameWithALineEndIsRefusedBeforeAnythingIsSent() throws IOException {
        var client = client(STRICT);

        for (String name : List.of("a\nrm b", "a\r")) {
            assertInstanceOf(Reply.Failed.class, client.perform(new Request.MakeDirectory(name)));
        }
        assertEquals("", said(0));
    }

    @Test
    void splitsLeaveNoTraceInTheStrictForm() throws IOException {
        byte[] all = Bytes.of("OK 5\n12345ERROR not-found: no\nOK\n");
        for (List<byte[]> cut : Splits.cutTwice(all).toList()) {
            var script = new ArrayList<>(Arrays.stream(STRICT.split("\\|")).map(Bytes::of).toList());
            script.addAll(cut);
            connections.add(ScriptedTransport.reading(script));
            var client = open();

            assertEquals("12345", content(client.perform(new Request.Download("a"))));
            assertInstanceOf(Reply.Failed.class, client.perform(new Request.Touch("a")));
            assertEquals(new Reply.Done(), client.perform(new Request.Touch("a")));
        }
    }
}
