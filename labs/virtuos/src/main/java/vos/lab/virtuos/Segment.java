package vos.lab.virtuos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vos.protocol.Text;

/**
 * What one read gave, which the published form takes for a command {@code [VIRT-2.1]}. Nothing in it says where it
 * ends; what can be found out about that all the same is found out here, and nowhere else.
 *
 * @param bytes the bytes, {@value #LONGEST} at most: so many does the published server read at once
 */
record Segment(byte[] bytes) {
    static final int LONGEST = 1024;

    private static final int LONGEST_NAME = 255;
    private static final String HELLO = "hello vos/";
    /** No version is so long that its hello has not ended here. */
    private static final int LONGEST_HELLO = 20;
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

    /** The first {@value #LONGEST} bytes of what has come. */
    Segment {
        bytes = Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST));
    }

    /** Whether this could be the beginning of a hello, of which the network still holds the rest {@code [VIRT-6.1]}. */
    static boolean mayBecomeHello(byte[] bytes) {
        String text = text(bytes);
        return HELLO.startsWith(text)
                || text.startsWith(HELLO) && text.length() < LONGEST_HELLO && text.indexOf('\n') < 0;
    }

    boolean isHello() {
        return text(bytes).startsWith(HELLO);
    }

    boolean hasLine() {
        return text(bytes).indexOf('\n') >= 0;
    }

    /** The words of a command: what stands between blanks. */
    static List<String> words(String command) {
        return BLANKS.splitAsStream(command).filter(Predicate.not(String::isEmpty)).toList();
    }

    /**
     * Whether the network has joined {@code upload}, its name and what follows: then there is something in it that no
     * name has {@code [VIRT-2.5]}. A short text without a line end looks like a part of the name, and is not found out.
     */
    boolean isUploadWithItsFile() {
        String text = text(bytes);
        if (!text.startsWith("upload ")) {
            return false;
        }
        return text.contains(VirtuosDialect.SENTINEL)
                || bytes.length == LONGEST
                || Text.decode(bytes).isEmpty()
                || CONTROL.matcher(text.stripTrailing()).find()
                || Arrays.stream(text.split("[ /]")).anyMatch(part -> part.length() > LONGEST_NAME);
    }

    /** A character for each byte. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
