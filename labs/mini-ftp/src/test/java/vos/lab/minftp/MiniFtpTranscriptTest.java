package vos.lab.minftp;

import vos.protocol.Dialect;
import vos.testing.TranscriptContract;

/** The recorded conversations of mini-FTP. */
class MiniFtpTranscriptTest extends TranscriptContract {
    @Override
    protected Dialect dialect() {
        return new MiniFtpDialect();
    }
}
