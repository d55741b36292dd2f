package vos.lab.filesharing;

import vos.protocol.Dialect;
import vos.testing.TranscriptContract;

/** The recorded conversations of file-sharing. */
class FileSharingTranscriptTest extends TranscriptContract {
    @Override
    protected Dialect dialect() {
        return new FileSharingDialect();
    }
}
