package vos.tck;

import java.io.IOException;

/** What was asked for is not done: why, as a word of {@code [COM-4.1]} and a sentence for people. */
public final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    private final String word;

    /** For this reason. */
    public Refused(String word, String sentence) {
        super(sentence);
        this.word = word;
    }

    /** The word for programs. */
    public String word() {
        return word;
    }

    /** Both, as the strict forms say it. */
    public String status() {
        return "ERROR " + word + ": " + getMessage();
    }
}
