package vos.lab.virtuos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vos.protocol.Entry;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;

/**
 * What is said in the published form {@code [VIRT-3]}, {@code [VIRT-5]}: a sentence for people, which a client shows
 * and a program has to know by heart. Without the line end, where it has one.
 */
final class Sentences {
    static final String WELCOME = "Welcome to the server!";
    static final String GOODBYE = "Goodbye!";
    static final String MYDIR = "Client's current directory contents:\n";
    static final String EMPTY = "Directory is empty.";
    static final String UNKNOWN = "Unknown command.";
    static final String FILE_NOT_FOUND = "File not found.";
    static final String BAD_FOLDER = "Invalid folder name.";
    static final String BAD_FILE = "Invalid filename.";
    static final String BAD_ITEM = "Invalid item name.";

    /** A published client reads an answer once, with room for so many bytes {@code [VIRT-4.1]}. */
    static final int LONGEST = 1024;

    private static final String DENIED = "Access denied.";
    private static final String NO_DIRECTORY = "Directory not found.";
    private static final String NO_ITEM = "Item not found.";
    private static final String ERROR = "Error: ";
    private static final Map<String, ErrorCode> FAILURES = Map.of(
            DENIED, ErrorCode.OUTSIDE_THE_WORKSPACE,
            NO_DIRECTORY, ErrorCode.NOT_FOUND,
            NO_ITEM, ErrorCode.NOT_FOUND,
            FILE_NOT_FOUND, ErrorCode.NOT_FOUND,
            BAD_FOLDER, ErrorCode.INVALID_NAME,
            BAD_FILE, ErrorCode.INVALID_NAME,
            BAD_ITEM, ErrorCode.INVALID_NAME,
            UNKNOWN, ErrorCode.UNSUPPORTED);

    private Sentences() {
    }

    /** That it has been done; of a removal, that of a file. */
    static String done(Request request) {
        return switch (request) {
            case Request.ChangeDirectory(String name) -> "Moved to '" + name + "'.";
            case Request.MakeDirectory(String name) -> "Folder '" + name + "' created.";
            case Request.Touch(String name) -> "File '" + name + "' created.";
            case Request.Remove(String name) -> "File '" + name + "' deleted.";
            case Request.Upload upload -> "Uploaded '" + upload.path() + "' successfully.";
            default -> throw new IllegalArgumentException("this is not simply done: " + request);
        };
    }

    static String removedDirectory(String name) {
        return "Directory '" + name + "' deleted.";
    }

    /** The published sentence where there is one; where the published server would close, one in its manner. */
    static String failed(Request request, Reply.Failed failure) {
        boolean badName = failure.code() == ErrorCode.INVALID_NAME
                || failure.code() == ErrorCode.OUTSIDE_THE_WORKSPACE;
        boolean missing = failure.code() == ErrorCode.NOT_FOUND;
        return switch (request) {
            case Request.Malformed(String sentence) -> sentence;
            case Request.Unknown unknown -> UNKNOWN;
            case Request.ChangeDirectory cd when failure.code() == ErrorCode.OUTSIDE_THE_WORKSPACE -> DENIED;
            case Request.ChangeDirectory cd when badName || missing
                    || failure.code() == ErrorCode.NOT_A_DIRECTORY -> NO_DIRECTORY;
            case Request.ListDirectory ls when missing -> NO_DIRECTORY;
            case Request.MakeDirectory mkdir when badName -> BAD_FOLDER;
            case Request.Touch touch when badName -> BAD_FILE;
            case Request.Remove rm when badName -> BAD_ITEM;
            case Request.Remove rm when missing -> NO_ITEM;
            case Request.Download download when missing || failure.code() == ErrorCode.IS_A_DIRECTORY ->
                FILE_NOT_FOUND;
            default -> error(failure.detail());
        };
    }

    static String error(String why) {
        return ERROR + why + ".";
    }

    /** What {@code sentence}, the answer to {@code request}, means; one that is not known here is a failure. */
    static Reply parse(Request request, String sentence) {
        boolean done = sentence.equals(done(request))
                || request instanceof Request.Remove(String name) && sentence.equals(removedDirectory(name));
        return done ? new Reply.Done() : failure(sentence);
    }

    static Reply.Failed failure(String sentence) {
        return new Reply.Failed(FAILURES.getOrDefault(sentence, ErrorCode.INTERNAL), sentence);
    }

    /** The names, a line each, or as many as fit into {@link #LONGEST} and how many there are more. */
    static String listing(List<Entry> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        String all = String.join("\n", entries.stream().map(Entry::name).toList());
        if (bytes(all) < LONGEST) {
            return all;
        }
        var text = new StringBuilder();
        int shown = 0;
        String more = more(entries.size());
        while (bytes(text + entries.get(shown).name() + "\n" + more) < LONGEST) {
            text.append(entries.get(shown++).name()).append('\n');
            more = more(entries.size() - shown);
        }
        return text + more;
    }

    private static String more(int count) {
        return "... and " + count + " more";
    }

    private static int bytes(String text) {
        return Text.encode(text).length;
    }

    /** The bytes of an answer with its line end: cut, if there are more than {@link #LONGEST} {@code [VIRT-4.3]}. */
    static byte[] line(String text) {
        return line(text, LONGEST);
    }

    /** As above, of {@code longest} bytes at most. */
    static byte[] line(String text, int longest) {
        byte[] line = Text.encode(text + "\n");
        if (line.length <= longest) {
            return line;
        }
        String end = "...\n";
        int cut = longest - end.length();
        while ((line[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return Text.encode(new String(Arrays.copyOf(line, cut), StandardCharsets.UTF_8) + end);
    }
}
