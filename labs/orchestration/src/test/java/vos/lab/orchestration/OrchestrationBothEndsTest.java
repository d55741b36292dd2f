package vos.lab.orchestration;

import vos.protocol.Dialect;
import vos.testing.BothEndsContract;

/** The two ends of orchestration, joined. */
class OrchestrationBothEndsTest extends BothEndsContract {
    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }
}
