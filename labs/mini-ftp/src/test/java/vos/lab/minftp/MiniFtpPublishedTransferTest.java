package vos.lab.minftp;

import vos.protocol.Dialect;
import vos.testing.PublishedTransferContract;

/** Files go up and down in the published form of mini-FTP. */
class MiniFtpPublishedTransferTest extends PublishedTransferContract {
    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }
}
