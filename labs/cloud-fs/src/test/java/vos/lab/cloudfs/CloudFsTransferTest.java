package vos.lab.cloudfs;

import vos.protocol.Dialect;
import vos.testing.TransferContract;

/** Files go up and down in the strict form of cloud-fs. */
class CloudFsTransferTest extends TransferContract {
    @Override
    protected Dialect dialect() {
        return new CloudFsDialect();
    }
}
