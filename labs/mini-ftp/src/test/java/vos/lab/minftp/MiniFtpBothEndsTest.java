package vos.lab.minftp;

import vos.protocol.Dialect;
import vos.testing.BothEndsContract;

/** The two ends of mini-FTP behave as if there were no wire between them. */
class MiniFtpBothEndsTest extends BothEndsContract {
    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }
}
