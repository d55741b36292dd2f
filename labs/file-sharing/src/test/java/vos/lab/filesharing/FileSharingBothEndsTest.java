package vos.lab.filesharing;

import vos.protocol.Dialect;
import vos.testing.BothEndsContract;

/** The two ends of file-sharing behave as if there were no wire between them. */
class FileSharingBothEndsTest extends BothEndsContract {
    @Override
    protected Dialect dialect() {
        return new FileSharingDialect();
    }
}
