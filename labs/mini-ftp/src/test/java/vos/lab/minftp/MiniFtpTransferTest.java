package vos.lab.minftp;

import vos.protocol.Dialect;
import vos.testing.TransferContract;

/** Files go up and down in the strict form of mini-FTP. */
class MiniFtpTransferTest extends TransferContract {
    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }
}
