package vos.tck.orchestration;

import java.io.IOException;

/** What was asked for is not done, and why: a word of the table in {@code [COM-4.1]}. */
final class ZooRefusal extends IOException {

    private static final long serialVersionUID = 1;

    ZooRefusal(String word) {
        super(word);
    }

    String word() {
        return getMessage();
    }
}
