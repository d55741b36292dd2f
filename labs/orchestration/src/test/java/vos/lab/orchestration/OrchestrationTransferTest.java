package vos.lab.orchestration;

import vos.protocol.Dialect;
import vos.testing.TransferContract;

/** Files of orchestration, up and down. */
class OrchestrationTransferTest extends TransferContract {
    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }
}
