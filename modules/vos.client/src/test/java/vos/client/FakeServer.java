package vos.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vos.protocol.Body;
import vos.protocol.Bytes;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.Dialect;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.ServerEnd;
import vos.protocol.Service;
import vos.protocol.Vocabulary;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** A server in the client's hand, and its dialect: gives the answers of a script, and remembers what it was asked. */
final class FakeServer implements Dialect, ClientEnd {
    private final Deque<Service> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private IOException refusalToOpen;
    private boolean closed;

    /** A client that is connected to it. */
    Client client() throws IOException {
        return Client.connect(this, "nowhere.invalid", 1, ClientOptions.DEFAULTS);
    }

    /** The next request will be answered so. */
    FakeServer answers(Service answer) {
        answers.add(answer);
        return this;
    }

    FakeServer answers(Reply reply) {
        return answers(request -> reply);
    }

    FakeServer refuses(ErrorCode code, String detail) {
        return answers(new Reply.Failed(code, detail));
    }

    FakeServer sends(Body content) {
        return answers(new Reply.Content(content));
    }

    FakeServer doesNotOpen(IOException refusal) {
        refusalToOpen = refusal;
        return this;
    }

    /** A content of {@code size} bytes that arrives in these segments, and then the connection is reset. */
    static Body arriving(long size, String... segments) {
        return new Wire(ScriptedTransport.reading(segments).thenReset(), WireOptions.DEFAULTS).body(size);
    }

    /** What was asked: a request, or {@code put NAME: CONTENT}. */
    List<String> asked() {
        return asked;
    }

    boolean closed() {
        return closed;
    }

    // ---- the client's end ------------------------------------------------------------------------------------------

    @Override
    public String open() throws IOException {
        if (refusalToOpen != null) {
            throw refusalToOpen;
        }
        return "welcome";
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        asked.add(request instanceof Request.Upload upload ? received(upload) : request.toString());
        return answers.remove().perform(request);
    }

    private static String received(Request.Upload upload) throws IOException {
        var sent = ScriptedTransport.reading();
        var wire = new Wire(sent, WireOptions.DEFAULTS);
        wire.send(upload.content());
        wire.flush();
        return (upload.mayReplace() ? "put " : "add ") + upload.path() + ": " + Bytes.text(sent.written());
    }

    @Override
    public void close() {
        closed = true;
    }

    // ---- the dialect -----------------------------------------------------------------------------------------------

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String title() {
        return "A script";
    }

    @Override
    public String framing() {
        return "none";
    }

    @Override
    public int defaultPort() {
        return 1;
    }

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary("", List.of());
    }

    @Override
    public ServerEnd serverEnd(Wire wire, Service session) {
        throw new UnsupportedOperationException("this is for clients");
    }

    @Override
    public ClientEnd clientEnd(Connector connector) {
        return this;
    }
}
