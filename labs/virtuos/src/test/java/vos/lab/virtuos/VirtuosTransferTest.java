package vos.lab.virtuos;

import vos.protocol.Dialect;
import vos.testing.TransferContract;

/** Files go up and down in the strict form of VirtuOS. */
class VirtuosTransferTest extends TransferContract {
    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }
}
