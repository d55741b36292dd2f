package vos.lab.virtuos;

import vos.protocol.Dialect;
import vos.testing.TranscriptContract;

/** The recorded conversations of VirtuOS. */
class VirtuosTranscriptTest extends TranscriptContract {
    @Override
    protected Dialect dialect() {
        return new VirtuosDialect();
    }
}
