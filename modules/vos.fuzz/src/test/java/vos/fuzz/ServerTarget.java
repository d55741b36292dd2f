package vos.fuzz;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;
import vos.protocol.Dialect;
import vos.protocol.LogWords;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.server.Conversation;
import vos.server.LoggingListener;
import vos.server.Peer;
import vos.server.ServerListener;

/**
 * A lab's server, from its connection down to a volume in memory, and a client that sends any bytes whatever, in any
 * pieces. Nothing ends the conversation but that the client has gone or broken the protocol; every answer has the form
 * that the lab prescribes; the client reaches nothing outside its workspace, and no line of the log is forged.
 */
abstract class ServerTarget implements Target {
    private final Dialect dialect;

    ServerTarget(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What was said to one request.
     *
     * @param strict whether the client had said hello before
     * @param said all bytes since the request was read
     * @param aborted whether the connection was broken off
     */
    record Answer(Request request, Reply reply, boolean strict, byte[] said, boolean aborted) {
    }

    /** It has the form that the lab prescribes. */
    abstract void check(Answer answer);

    @Override
    public final void run(byte[] input) throws IOException {
        var script = Script.of(input);
        var house = new House();
        var listener = new Listener(script);
        boolean login = dialect.needsLogin();
        Conversation.hold(dialect, script, login ? house.whole() : house.anns(),
                login ? Optional.of(House.accounts()) : Optional.empty(), listener);
        Check.that(listener.ended, "nobody was told of the end");
        house.check(input, script.written());
    }

    private final class Listener implements ServerListener {
        private final Script script;
        private final LoggingListener log = new LoggingListener(new PlainLog(), LogWords.PLAIN);
        private int before;
        private boolean strict;
        private boolean ended;

        Listener(Script script) {
            this.script = script;
        }

        @Override
        public void connected(Peer peer) {
            log.connected(peer);
        }

        @Override
        public void before(Peer peer, Request request) {
            before = script.writtenBytes();
        }

        @Override
        public void after(Peer peer, Request request, Reply reply, Exception failure) {
            log.after(peer, request, reply, failure);
            if (failure == null) {
                byte[] written = script.written();
                byte[] said = Arrays.copyOfRange(written, before, written.length);
                strict |= reply instanceof Reply.Welcome;
                check(new Answer(request, reply, strict, said, script.aborted()));
            }
        }

        @Override
        public void disconnected(Peer peer, Exception failure) {
            ended = true;
            log.disconnected(peer, failure);
            if (failure != null) {
                requireDocumented(failure);
            }
        }

        private static void requireDocumented(Exception failure) {
            boolean documented = failure instanceof PeerGoneException || failure instanceof ProtocolViolation;
            for (Throwable behind : failure.getSuppressed()) {
                documented &= behind instanceof IOException;
            }
            if (!documented) {
                throw new AssertionError("a conversation ended by a failure of the server", failure);
            }
        }
    }

    /** Everything is logged, and nothing in it may forge a line. */
    private static final class PlainLog implements Logger {

        @Override
        public String getName() {
            return "fuzz";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            Check.oneLine(message, "a line of the log");
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            for (Object value : values) {
                Check.oneLine(value.toString(), "a value in the log");
            }
        }
    }
}
