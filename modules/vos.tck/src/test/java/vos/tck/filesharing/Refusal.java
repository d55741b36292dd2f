package vos.tck.filesharing;

import java.io.IOException;

/** Why a request is not done: a word of {@code [COM-4.1]}, and a sentence. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1;

    private final String word;

    Refusal(String word, String sentence) {
        super(sentence);
        this.word = word;
    }

    String word() {
        return word;
    }
}
