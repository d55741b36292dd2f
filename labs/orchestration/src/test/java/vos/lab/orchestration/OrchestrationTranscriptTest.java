package vos.lab.orchestration;

import vos.protocol.Dialect;
import vos.testing.TranscriptContract;

/** The recorded conversations of orchestration. */
class OrchestrationTranscriptTest extends TranscriptContract {
    @Override
    protected Dialect dialect() {
        return new OrchestrationDialect();
    }
}
