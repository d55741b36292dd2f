package vos.lab.filesharing;

import vos.protocol.Dialect;
import vos.testing.TransferContract;

/** Files go up and down in the strict form of file-sharing. */
class FileSharingTransferTest extends TransferContract {
    @Override
    protected Dialect dialect() {
        return new FileSharingDialect();
    }
}
