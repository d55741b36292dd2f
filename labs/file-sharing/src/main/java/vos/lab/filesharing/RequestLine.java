package vos.lab.filesharing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vos.protocol.Hello;

/**
 * The line that opens a connection in the strict form {@code [FSA-5.3]}, without its line end. It begins with a word
 * that a published server does not know, and the name, which may hold spaces, is all that stands behind the last space
 * that the grammar asks for.
 *
 * @param verb {@code UPLOAD} or {@code DOWNLOAD}
 * @param size the size of the content in bytes; of a download, {@link #UNSIZED}
 * @param name the file's name
 */
record RequestLine(String verb, long size, String name) {
    static final String UPLOAD = "UPLOAD";
    static final String DOWNLOAD = "DOWNLOAD";

    /** What a client says that does not know the server yet: two words, as a published server would die of one. */
    private static final String HELLO = "HELLO ";
    private static final Pattern HELLO_FOR = Pattern.compile(HELLO + "(vos/\\p{Graph}+)");
    private static final String VERSION = "VOS/1 ";
    private static final long UNSIZED = -1;
    private static final Pattern FORM =
            Pattern.compile("(?s)" + VERSION + "(?:" + UPLOAD + " ([0-9]{1,18})|" + DOWNLOAD + ") (.*)");

    static RequestLine upload(long size, String name) {
        return new RequestLine(UPLOAD, size, name);
    }

    static RequestLine download(String name) {
        return new RequestLine(DOWNLOAD, UNSIZED, name);
    }

    static String hello() {
        return HELLO + Hello.VERSION;
    }

    /** The version that a hello asks for; nothing if {@code line} is no hello {@code [FSA-5.2]}. */
    static Optional<String> helloFor(String line) {
        Matcher hello = HELLO_FOR.matcher(line);
        return hello.matches() ? Optional.of(hello.group(1)) : Optional.empty();
    }

    /** What answers a hello: the version, and the words that may stand behind it {@code [FSA-5.2]}. */
    static String welcome(String version) {
        return version + " " + UPLOAD + " " + DOWNLOAD;
    }

    /** Whether a connection that begins so speaks the strict form, which its first byte says {@code [FSA-5.1]}. */
    static boolean isBegunBy(byte[] start) {
        return start.length > 0 && (start[0] == VERSION.charAt(0) || start[0] == HELLO.charAt(0));
    }

    /** Reads what {@link #toString} writes. */
    static Optional<RequestLine> parse(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String size = parts.group(1);
        return Optional.of(size == null ? download(parts.group(2)) : upload(Long.parseLong(size), parts.group(2)));
    }

    /** {@code VOS/1 UPLOAD 5 my file.txt}, {@code VOS/1 DOWNLOAD my file.txt}. */
    @Override
    public String toString() {
        return VERSION + verb + (size == UNSIZED ? " " : " " + size + " ") + name;
    }
}
