package vos.lab.orchestration;

import java.io.IOException;
import java.nio.ByteBuffer;
import vos.protocol.Body;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.testing.RecordingSession;

/** A session whose uploads fail when so many bytes of them have been read; 0 is beforehand. */
final class RefusingSession implements Service {
    private final Service others = new RecordingSession();
    private final int room;

    RefusingSession(int room) {
        this.room = room;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        if (!(request instanceof Request.Upload upload)) {
            return others.perform(request);
        }
        try (Body content = upload.content()) {
            if (room > 0) {
                content.read(ByteBuffer.allocate(room));
            }
        }
        return new Reply.Failed(ErrorCode.NO_SPACE, "the disk is full");
    }
}
