package vos.tck.cloudfs;

/** An operation that is not done, with the word of its error and a sentence. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final String word;

    Refused(String word, String sentence) {
        super(sentence);
        this.word = word;
    }

    String word() {
        return word;
    }
}
