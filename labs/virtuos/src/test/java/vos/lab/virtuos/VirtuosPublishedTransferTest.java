package vos.lab.virtuos;

import vos.protocol.Dialect;
import vos.testing.PublishedTransferContract;

/** Files go up and down in the published form of VirtuOS. */
class VirtuosPublishedTransferTest extends PublishedTransferContract {
    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }
}
