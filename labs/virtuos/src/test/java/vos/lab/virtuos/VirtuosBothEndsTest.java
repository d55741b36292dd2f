package vos.lab.virtuos;

import vos.protocol.Dialect;
import vos.testing.BothEndsContract;

/** The two ends of VirtuOS behave as if there were no wire between them. */
class VirtuosBothEndsTest extends BothEndsContract {
    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }
}
