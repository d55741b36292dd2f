package vos.tck.virtuos;

import java.io.IOException;
import java.io.OutputStream;

/** Finds the mark that ends a file, wherever it has been cut. */
class Sentinel {

    private static final byte[] MARK = {'<', '<', 'E', 'O', 'F', '>', '>'};

    /** Where bytes come from. */
    interface Source {
        /** The next byte, or -1 at the end. */
        int read() throws IOException;
    }

    /** Copies what comes up to the mark, and takes the mark; tells whether there was one before the end. */
    final boolean copy(Source source, OutputStream out) throws IOException {
        int matched = 0;
        while (matched < MARK.length) {
            int next = source.read();
            if (next < 0) {
                out.write(MARK, 0, matched);
                return false;
            }
            while (matched > 0 && !is(next, MARK[matched])) {
                int shorter = shorter(matched);
                out.write(MARK, 0, matched - shorter);
                matched = shorter;
            }
            if (is(next, MARK[matched])) {
                matched++;
            } else {
                out.write(next);
            }
        }
        return true;
    }

    boolean is(int next, byte expected) {
        return (byte) next == expected;
    }

    /** How much of the mark stands still at the end of its first {@code matched} bytes, when the next differs. */
    int shorter(int matched) {
        return matched == 2 ? 1 : 0;
    }
}
