package vos.tck.virtuos;

/** A command cannot be done: why, as a word of {@code [COM-4.1]} and a clause. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final String word;

    Refused(String word, String clause) {
        super(clause);
        this.word = word;
    }

    String word() {
        return word;
    }
}
