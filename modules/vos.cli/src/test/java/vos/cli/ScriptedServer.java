package vos.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.LineDialect;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Text;

/** A server without a wire: answers as it was told to, and remembers what it was asked. */
final class ScriptedServer implements ClientEnd {
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private String output = "";

    /** A dialect whose only server is this one. */
    Dialect dialect() {
        return new LineDialect() {
            @Override
            public ClientEnd clientEnd(Connector connector) {
                return ScriptedServer.this;
            }
        };
    }

    void answers(Reply reply) {
        replies.add(reply);
    }

    /** What the next command line prints. */
    void prints(String text) {
        output = text;
    }

    List<Request> requests() {
        return requests;
    }

    Request lastRequest() {
        return requests.getLast();
    }

    /** Under which name a content was sent last. */
    String uploaded() {
        return ((Request.Upload) lastRequest()).path();
    }

    @Override
    public String open() {
        return "";
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        requests.add(request);
        if (request instanceof Request.Upload upload) {
            upload.content().copyTo(Channels.newChannel(OutputStream.nullOutputStream()));
        }
        if (request instanceof Request.CommandLine line) {
            line.output().write(ByteBuffer.wrap(Text.encode(output)));
        }
        return replies.remove();
    }

    @Override
    public void close() {
        // There is no connection.
    }
}
