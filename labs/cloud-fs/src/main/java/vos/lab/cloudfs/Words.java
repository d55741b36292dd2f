package vos.lab.cloudfs;

import java.util.Arrays;
import vos.protocol.Hello;
import vos.protocol.Text;

/** What both ends say {@code [CLOUD-2]}, {@code [CLOUD-3]}. */
final class Words {
    /** How many bytes tell the length of a message. */
    static final int HEADER = 64;
    /** The longest message that a server takes for a command, in bytes {@code [COM-7.1]}. */
    static final int LONGEST = 8 * 1024;

    static final String UPLOAD = "UPLOAD ";
    static final String DOWNLOAD = "DOWNLOAD ";
    static final String RUN = "RUN ";
    static final String DISCONNECT = "!DISCONNECT";
    static final String EXIT = "EXIT ";
    static final String HELLO_WORD = "HELLO";
    /** In upper case as the other words are, lest a shell have a command of that name {@code [CLOUD-6.1]}. */
    static final String HELLO = HELLO_WORD + " " + Hello.VERSION;
    /** A hello of any version. */
    static final String HELLO_FOR = HELLO_WORD + " vos/";
    /** What a strict server offers. */
    static final String OFFER = "UPLOAD DOWNLOAD RUN !DISCONNECT";

    /** What ends a content in the published form. */
    static final String SENTINEL = "__END__";
    /** What stands in the place of a content that is not there. */
    static final String FILE_NOT_FOUND = "File not found.";

    private Words() {
    }

    static byte[] sentinel() {
        return Text.encode(SENTINEL);
    }

    /** Whether {@code bytes} begin with {@code prefix}. */
    static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** One behind the other. */
    static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
