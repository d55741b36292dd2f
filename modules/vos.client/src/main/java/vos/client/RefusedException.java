package vos.client;

import java.io.IOException;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;

/** The server did not do what it was asked. The connection is as good as before. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    RefusedException(Reply.Failed failed) {
        super(failed.detail().isEmpty() ? failed.code().sentence() : failed.detail());
        this.code = failed.code();
    }

    /** What kind of refusal it is. */
    public ErrorCode code() {
        return code;
    }
}
