package vos.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the strict forms say whether it was done {@code [COM-9.1]}: {@code OK}, {@code OK 5} where 5 bytes follow, or
 * {@code ERROR not-found: "/x" does not exist}. One line, here without its end.
 */
public final class StatusLine {
    private static final Pattern FORM = Pattern.compile("OK(?: ([0-9]{1,18}))?|ERROR ([a-z-]+): (.*)");

    private StatusLine() {
    }

    /** That it has been done, and that nothing follows. */
    public static String done() {
        return "OK";
    }

    /** That it has been done, and that so many bytes follow. */
    public static String size(long bytes) {
        return "OK " + bytes;
    }

    /** That it has not been done, and why. */
    public static String failed(Reply.Failed failure) {
        return "ERROR " + failure.code().word() + ": " + Text.printable(failure.detail());
    }

    /**
     * What {@code line} says: {@link Reply.Done}, {@link Reply.Size} or {@link Reply.Failed}. An error that is not
     * known here is {@link ErrorCode#INTERNAL}.
     *
     * @throws ProtocolViolation when it is no status
     */
    public static Reply parse(byte[] line) throws ProtocolViolation {
        String text = Text.decode(line).orElseThrow(() -> new ProtocolViolation("a status is not UTF-8", line));
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new ProtocolViolation("a status is neither OK nor ERROR", line);
        }
        if (parts.group(2) != null) {
            return new Reply.Failed(ErrorCode.ofWord(parts.group(2)).orElse(ErrorCode.INTERNAL), parts.group(3));
        }
        return parts.group(1) == null ? new Reply.Done() : new Reply.Size(Long.parseLong(parts.group(1)));
    }
}
