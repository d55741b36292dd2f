package vos.lab.virtuos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vos.lab.virtuos.VirtuosConversation.hearing;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.PeerGoneException;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;
import vos.testing.RecordingSession;

/** What the server's end answers in the published form that does not fit {@code [VIRT-4]}, or has failed. */
class PublishedAnswersTest {
    private final RecordingSession session = new RecordingSession();

    private void failing(Class<? extends Request> kind, ErrorCode code) {
        session.answering(kind, () -> new Reply.Failed(code, "\"/x\" is why"));
    }

    // ---- errors [VIRT-5] -------------------------------------------------------------------------------------------

    /** {@code [VIRT-5.1]}, {@code [VIRT-5.2]} */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cd x       | NOT_FOUND             | Directory not found.
            cd x       | NOT_A_DIRECTORY       | Directory not found.
            cd x       | INVALID_NAME          | Directory not found.
            cd x       | OUTSIDE_THE_WORKSPACE | Access denied.
            mkdir x    | INVALID_NAME          | Invalid folder name.
            mkdir x    | OUTSIDE_THE_WORKSPACE | Invalid folder name.
            mkdir x    | NO_SPACE              | Error: "/x" is why.
            touch x    | INVALID_NAME          | Invalid filename.
            touch x    | IS_A_DIRECTORY        | Error: "/x" is why.
            rm x       | NOT_FOUND             | Item not found.
            rm x       | OUTSIDE_THE_WORKSPACE | Invalid item name.
            rm x       | DIRECTORY_NOT_EMPTY   | Error: "/x" is why.
            download x | NOT_FOUND             | File not found.
            download x | IS_A_DIRECTORY        | File not found.
            download x | OUTSIDE_THE_WORKSPACE | Error: "/x" is why.
            ls         | NOT_FOUND             | Directory not found.
            ls         | DENIED                | Error: "/x" is why.
            """)
    void aFailureIsASentenceAndTheConversationGoesOn(String command, ErrorCode code, String sentence)
            throws IOException {
        List.of(Request.ChangeDirectory.class, Request.MakeDirectory.class, Request.Touch.class, Request.Remove.class,
                Request.Download.class, Request.ListDirectory.class).forEach(kind -> failing(kind, code));

        String end = command.startsWith("download") ? "<<EOF>>" : "";
        assertEquals(List.of(sentence + "\n" + end, "/\n"), hearing(session, command, "pwd").writes());
    }

    /** {@code [VIRT-3.5]} */
    @Test
    void aDirectoryThatIsThereIsAsGoodAsMade() throws IOException {
        failing(Request.MakeDirectory.class, ErrorCode.ALREADY_EXISTS);
        assertEquals("Folder 'd' created.\n", hearing(session, "mkdir d").answers());

        failing(Request.ListDirectory.class, ErrorCode.NOT_A_DIRECTORY);
        assertEquals("Error: \"/x\" is why.\n", hearing(session, "mkdir d").answers(), "a file is in its place");
    }

    @Test
    void aCommandThatIsNotUtf8IsAnsweredAndTheConversationGoesOn() throws IOException {
        assertEquals("Error: this is not UTF-8.\n/\n", hearing(session, "rm \u00ff\u00fe", "pwd").answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload a|half of it", "upload a|half<<EOF>", "upload a.txtone\ntwo|half"})
    void aFileThatIsCutShortIsNoUpload(String script) {
        assertThrows(PeerGoneException.class, () -> hearing(session, script.split("\\|")));
        assertEquals(List.of(), session.requests());
    }

    // ---- answers that are too long for one read [VIRT-4] -----------------------------------------------------------

    private void listing(int count, String name) {
        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(IntStream.range(0, count)
                .mapToObj(i -> new Entry(name.formatted(i), false)).toList()));
    }

    /** {@code [VIRT-4.1]} */
    @Test
    void aListingThatFitsIsWhole() throws IOException {
        listing(64, "a_name_of_15_%02d");
        assertEquals(1024, hearing(session, "ls").answers().length());
        assertTrue(hearing(session, "ls").answers().endsWith("\na_name_of_15_63\n"));
    }

    @Test
    void aListingThatIsOneByteTooLongDoesNotFit() throws IOException {
        session.answering(Request.ListDirectory.class, () -> new Reply.Listing(IntStream.rangeClosed(1, 64)
                .mapToObj(i -> new Entry("x".repeat(i == 64 ? 16 : 15), false)).toList()));

        assertTrue(hearing(session, "ls").answers().endsWith("\nxxxxxxxxxxxxxxx\n... and 1 more\n"));
    }

    /** {@code [VIRT-4.1]}, {@code [VIRT-4.2]} */
    @ParameterizedTest
    @CsvSource({"65, a_name_of_15_%02d", "100000, %06d.txt", "500, \u00e4%d", "9, %0255d"})
    void aListingThatDoesNotFitSaysHowMuchIsMissing(int count, String name) throws IOException {
        listing(count, name);
        String answer = hearing(session, "ls").answers();
        List<String> lines = answer.lines().toList();

        assertTrue(answer.length() <= 1024, () -> answer.length() + " bytes");
        assertTrue(answer.length() > 700, () -> answer.length() + " bytes");
        assertEquals("... and " + (count - lines.size() + 1) + " more", lines.getLast());
        assertTrue(answer.endsWith(" more\n"), answer);
    }

    /** {@code [VIRT-5.2]}: a sentinel that the end of a read cuts is one that a published client waits for in vain. */
    @Test
    void aRefusedDownloadFitsIntoOneReadWithItsSentinel() throws IOException {
        session.answering(Request.Download.class,
                () -> new Reply.Failed(ErrorCode.DENIED, "\"/" + "x".repeat(1100) + "\" is why"));
        List<String> writes = hearing(session, "download x", "pwd").writes();

        assertEquals(1024, writes.getFirst().length());
        assertTrue(writes.getFirst().endsWith("xxx...\n<<EOF>>"), writes.getFirst());
    }

    /** {@code [VIRT-4.3]} */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/x", "/xx"})
    void aSentenceThatIsTooLongIsCutBetweenCharacters(String start) throws IOException {
        session.in(start + "\u00e4/".repeat(700));
        String answer = hearing(session, "pwd").answers();

        assertTrue(answer.length() <= 1024 && answer.length() > 1000, () -> answer.length() + " bytes");
        assertTrue(answer.endsWith("...\n"), answer);
        assertTrue(Text.decode(Bytes.of(answer)).isPresent(), answer);
    }
}
