package vos.tck.minftp;

import java.io.IOException;

/** A command that is not done; the conversation goes on. */
final class MiniFtpZooRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private final String word;

    /** {@code word} is the error's, of {@code [COM-4.1]}. */
    MiniFtpZooRefusal(String word, String sentence) {
        super(sentence);
        this.word = word;
    }

    /** What stands in the status behind the path. */
    String line() {
        return "ERROR " + word + ": " + getMessage();
    }
}
