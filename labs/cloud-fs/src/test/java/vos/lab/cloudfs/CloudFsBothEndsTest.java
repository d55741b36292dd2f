package vos.lab.cloudfs;

import vos.protocol.Dialect;
import vos.testing.CommandLineContract;

/** The two ends of cloud-fs behave as if there were no wire between them. */
class CloudFsBothEndsTest extends CommandLineContract {
    @Override
    protected Dialect dialect() {
        return new CloudFsDialect();
    }
}
