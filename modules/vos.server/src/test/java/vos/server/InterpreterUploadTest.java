package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vos.server.TreeAssert.assertThatTree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.fs.Draft;
import vos.fs.LocalVolume;
import vos.fs.Location;
import vos.fs.Publish;
import vos.fs.WorkspaceException;
import vos.fs.WorkspaceException.Reason;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Wire;
import vos.protocol.WireOptions;
import vos.protocol.WithdrawnException;

/** An upload is there whole or not at all, and what follows it on the wire is read in its place, whatever happens. */
class InterpreterUploadTest {
    @TempDir
    Path root;
    private Interpreter interpreter;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(root.resolve("kept"), "old");
        Files.createDirectory(root.resolve("dir"));
        interpreter = new Interpreter(LocalVolume.open(root), Limits.USUAL, Plenty.resources());
    }

    @Test
    void aContentThatIsTakenBackIsNotKeptAndTheConversationGoesOn() throws IOException {
        Body content = wire("n", "e", "w").body(3).endingWith(() -> {
            throw new WithdrawnException("taken back");
        });

        assertEquals(new Reply.Failed(ErrorCode.MALFORMED, "taken back"),
                interpreter.perform(new Request.Upload("kept", content, true)));
        assertThatTree(root).contains("dir/", "kept = old");
    }

    @Test
    void theOldFileIsThereUntilTheLastByteOfTheNewOneHasCome() throws IOException {
        var seen = new ArrayList<String>();
        Body content = wire("n", "e", "w").body(3)
                .observedBy(moved -> seen.add(moved + ": " + contentOf("kept")))
                .endingWith(() -> seen.add("at the end: " + contentOf("kept")));
        assertEquals(new Reply.Done(), interpreter.perform(new Request.Upload("kept", content, true)));
        assertEquals("[1: old, 2: old, 3: old, at the end: old]", seen.toString());
        assertThatTree(root).contains("dir/", "kept = new");
    }

    @ParameterizedTest
    @CsvSource({
        "kept, false, ALREADY_EXISTS", "dir, true, IS_A_DIRECTORY", "no/such, true, NOT_FOUND",
        "'', true, INVALID_NAME", "kept/x, true, NOT_A_DIRECTORY", "../x, true, OUTSIDE_THE_WORKSPACE",
        ".vos-x, true, INVALID_NAME"})
    void anUploadRefusedBeforeItsFirstByteIsStillTakenOffTheWire(String name, boolean mayReplace, ErrorCode code)
            throws IOException {
        Wire wire = wire("conte", "ntthe next request");
        var failed = assertInstanceOf(Reply.Failed.class,
                interpreter.perform(new Request.Upload(name, wire.body(7), mayReplace)));
        assertEquals(code, failed.code(), failed.detail());
        assertEquals("the next request", Bytes.text(wire.take(16, Part.MESSAGE)));
        assertThatTree(root).contains("dir/", "kept = old");
    }

    @Test
    void anUploadForWhichTheDiskIsTooSmallIsStillTakenOffTheWire() throws IOException {
        Wire wire = wire("con", "ten", "tthe next request");
        var full = new Interpreter(new VolumeWithRoomFor(3), Limits.USUAL, Plenty.resources());
        var failed = assertInstanceOf(Reply.Failed.class, full.perform(new Request.Upload("x", wire.body(7), true)));
        assertEquals(ErrorCode.NO_SPACE, failed.code(), failed.detail());
        assertEquals("the next request", Bytes.text(wire.take(16, Part.MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "new"})
    void anUploadCutBeforeItsEndLeavesTheOldFileAndNothingElse(String name) throws IOException {
        var cut = new Request.Upload(name, wire("only a beginn").body(100), true);
        assertThrows(PeerGoneException.class, () -> interpreter.perform(cut));
        assertThatTree(root).contains("dir/", "kept = old");
    }

    @Test
    void anUploadResetBeforeItsEndLeavesTheOldFileAndNothingElse() throws IOException {
        var wire = new Wire(ScriptedTransport.reading("only a beginn").thenReset(), WireOptions.DEFAULTS);
        assertThrows(PeerGoneException.class,
                () -> interpreter.perform(new Request.Upload("kept", wire.body(100), true)));
        assertThatTree(root).contains("dir/", "kept = old");
    }

    @Test
    void anUploadWithSomethingElseBehindItThanShouldBeIsNotStored() throws IOException {
        Body content = brokenBehindItsEnd(wire("content").body(7));
        var violation = assertThrows(ProtocolViolation.class,
                () -> interpreter.perform(new Request.Upload("kept", content, true)));
        assertEquals("no delimiter", violation.getMessage());
        assertThatTree(root).contains("dir/", "kept = old");
    }

    /** A refusal would have the conversation go on, at a place of which nobody knows what it is [COM-4.3]. */
    @Test
    void anUploadThatIsRefusedAndBrokenBehindItsEndIsBrokenFirstOfAll() throws IOException {
        Body content = brokenBehindItsEnd(wire("content").body(7));
        assertThrows(ProtocolViolation.class, () -> interpreter.perform(new Request.Upload("dir", content, true)));
    }

    @Test
    void anUploadThatIsRefusedAndCutIsCutFirstOfAll() throws IOException {
        Body content = wire("only a beginn").body(100);
        assertThrows(PeerGoneException.class, () -> interpreter.perform(new Request.Upload("dir", content, true)));
    }

    private static Wire wire(String... segments) {
        return new Wire(ScriptedTransport.reading(segments), WireOptions.DEFAULTS);
    }

    private static Body brokenBehindItsEnd(Body body) {
        return body.endingWith(() -> {
            throw new ProtocolViolation("no delimiter");
        });
    }

    private String contentOf(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A volume whose disk is full after so many bytes. */
    private static final class VolumeWithRoomFor extends FailingVolume {
        private int room;

        VolumeWithRoomFor(int bytes) {
            super(() -> new WorkspaceException(Reason.NO_SPACE, Location.ROOT));
            room = bytes;
        }

        @Override
        public Draft draft(Location target, Publish mode) {
            return new Draft() {
                @Override
                public int write(ByteBuffer source) throws IOException {
                    int count = source.remaining();
                    room -= count;
                    if (room < 0) {
                        throw new WorkspaceException(Reason.NO_SPACE, target);
                    }
                    source.position(source.limit());
                    return count;
                }

                @Override
                public void publish() {
                    throw new AssertionError("half a content is published");
                }

                @Override
                public boolean isOpen() {
                    return true;
                }

                @Override
                public void close() {
                    // There is nothing to discard.
                }
            };
        }
    }
}
