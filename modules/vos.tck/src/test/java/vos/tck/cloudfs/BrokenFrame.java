package vos.tck.cloudfs;

/** A header that is no length, or a message that is longer than is allowed: nobody knows where the next one begins. */
final class BrokenFrame extends Exception {

    private static final long serialVersionUID = 1;

    BrokenFrame(String sentence) {
        super(sentence);
    }
}
