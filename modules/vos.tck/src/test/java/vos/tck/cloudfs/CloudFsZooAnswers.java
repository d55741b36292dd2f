package vos.tck.cloudfs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vos.tck.Refused;

/** Answers to command lines in the published form, and the refusals that stand before them. For one session. */
class CloudFsZooAnswers {

    static final int LONGEST = 2048;
    private static final int LONGEST_FAILURE = 512;
    private static final String DONE = "[+] Command executed.\n";

    private String refusal = "";
    private int refusals;

    /** Keeps the refusal of an upload for the next answer. */
    void refuse(Refused refused) {
        refusal = failure(refused);
        refusals++;
    }

    protected String failure(Refused refused) {
        return text(whole(bytes(refused.word() + ": " + refused.getMessage()), LONGEST_FAILURE));
    }

    /** All that answers a command line with this output. */
    byte[] answer(byte[] output) {
        byte[] all = join(bytes(told()), output.length == 0 ? bytes(silence()) : readable(output));
        return all.length <= LONGEST ? all : cut(all, output.length);
    }

    protected String told() {
        String told = switch (refusals) {
            case 0 -> "";
            case 1 -> "[!] An upload was refused: " + refusal + "\n";
            default -> "[!] " + refusals + " uploads were refused, the last one: " + refusal + "\n";
        };
        refusals = 0;
        return told;
    }

    /** What is said where a command says nothing. */
    protected String silence() {
        return DONE;
    }

    /** The output in UTF-8. */
    protected byte[] readable(byte[] output) {
        return bytes(text(output));
    }

    protected byte[] cut(byte[] all, int length) {
        byte[] last = bytes("[!] The output has " + length + " bytes and is cut here.\n");
        byte[] first = whole(all, LONGEST - 1 - last.length);
        return join(join(first, bytes(first[first.length - 1] == '\n' ? "" : "\n")), last);
    }

    /** The first bytes of a text, {@code most} or as many as whole characters take. */
    protected byte[] whole(byte[] text, int most) {
        int end = Math.min(text.length, most);
        while (end < text.length && (text[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    protected static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
