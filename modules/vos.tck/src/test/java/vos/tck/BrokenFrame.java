package vos.tck;

import java.io.IOException;

/** A message of which nobody knows where it ends, or that is longer than is allowed: the conversation is over. */
public final class BrokenFrame extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public BrokenFrame(String sentence) {
        super(sentence);
    }
}
