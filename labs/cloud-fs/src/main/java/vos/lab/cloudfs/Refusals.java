package vos.lab.cloudfs;

import java.nio.charset.StandardCharsets;
import vos.protocol.Reply;
import vos.protocol.Text;

/**
 * Uploads that were refused and of which a published client has not been told, as it reads nothing there
 * {@code [CLOUD-5.7]}. Keeps the last one and how many there were, so that it does not grow.
 */
final class Refusals {
    /** A failure may quote a name of the client's, and shall leave room for the output that follows it; in bytes. */
    private static final int LONGEST = 512;

    private Reply.Failed last;
    private int count;

    void add(Reply.Failed failure) {
        last = failure;
        count++;
    }

    /** What is to be told, a line with its end, and is then told; nothing when there is nothing. */
    String tell() {
        String told = switch (count) {
            case 0 -> "";
            case 1 -> "[!] An upload was refused: " + sentence(last) + "\n";
            default -> "[!] " + count + " uploads were refused, the last one: " + sentence(last) + "\n";
        };
        count = 0;
        return told;
    }

    /** A failure in the words of the published form: the word of the error, and the sentence. */
    static String sentence(Reply.Failed failure) {
        String text = failure.code().word() + ": " + Text.printable(failure.detail());
        return new String(ShellReply.cut(Text.encode(text), LONGEST), StandardCharsets.UTF_8);
    }
}
