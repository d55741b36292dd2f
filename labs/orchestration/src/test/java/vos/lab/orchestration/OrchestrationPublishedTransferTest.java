package vos.lab.orchestration;

import vos.protocol.Dialect;
import vos.testing.PublishedTransferContract;

/** Files go up and down in the published form of orchestration. */
class OrchestrationPublishedTransferTest extends PublishedTransferContract {
    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }
}
