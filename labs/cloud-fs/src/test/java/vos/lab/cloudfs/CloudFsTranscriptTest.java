package vos.lab.cloudfs;

import vos.protocol.Dialect;
import vos.testing.TranscriptContract;

/** The recorded conversations of cloud-fs. Those with a published server have a marker that is not drawn. */
class CloudFsTranscriptTest extends TranscriptContract {
    @Override
    protected Dialect dialect() {
        return new CloudFsDialect(() -> 0L);
    }
}
