package vos.lab.orchestration;

import java.io.IOException;
import java.util.Arrays;
import vos.protocol.Body;
import vos.protocol.ClientEnd;
import vos.protocol.Connector;
import vos.protocol.ErrorCode;
import vos.protocol.Hello;
import vos.protocol.LineFraming;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Service;
import vos.protocol.StatusService;
import vos.protocol.Text;
import vos.protocol.Wire;

/**
 * The client's end, the mirror of {@link OrchestrationServerEnd}: a login, a hello, and then the server as it is in the
 * form that it speaks.
 *
 * <p>It forgets the password. So a connection that was lost stays lost until somebody logs in again, which opens
 * another.
 */
final class OrchestrationClientEnd implements ClientEnd {
    private final Connector connector;
    private Wire wire;
    private Answers answers;
    private Service server = OrchestrationClientEnd::answerToStranger;
    private boolean loggedIn;
    private boolean lost;

    OrchestrationClientEnd(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String open() throws IOException {
        wire = connector.connect();
        answers = new Answers(wire);
        answers.expect(Words.USERNAME);
        server = OrchestrationClientEnd::answerToStranger;
        loggedIn = false;
        lost = false;
        return "";
    }

    @Override
    public boolean strict() {
        return server instanceof StatusService;
    }

    @Override
    public Reply perform(Request request) throws IOException {
        boolean asksForLogin = request instanceof Request.Login;
        if (lost && asksForLogin) {
            wire.close();
            open();
        } else if (lost) {
            throw new PeerGoneException(wire.peer() + ": the connection was lost; log in again");
        }
        lost = true;
        Reply reply = exchange(request);
        switch (reply) {
            // Its last byte makes the connection useful again.
            case Reply.Content(Body body) -> body.endingWith(() -> lost = false);
            case Reply.Failed(ErrorCode code, _) when code == ErrorCode.TOO_MANY_ATTEMPTS -> { }
            case Reply.Goodbye _ -> { }
            default -> lost = false;
        }
        return reply;
    }

    private Reply exchange(Request request) throws IOException {
        return switch (request) {
            case Request.Login login -> logIn(login);
            case Request.Preview(_, int limit) when limit != Request.Preview.USUAL -> unsupported();
            default -> server.perform(request);
        };
    }

    private static Reply answerToStranger(Request request) {
        return request instanceof Request.Quit ? new Reply.Goodbye()
                : new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, ErrorCode.NOT_AUTHENTICATED.sentence());
    }

    static Reply unsupported() {
        return new Reply.Failed(ErrorCode.UNSUPPORTED, "orchestration has no command for this");
    }

    // ---- login [ORCH-2.4] ------------------------------------------------------------------------------------------

    private Reply logIn(Request.Login login) throws IOException {
        if (loggedIn) {
            return new Reply.Failed(ErrorCode.UNSUPPORTED, "you are logged in already");
        }
        byte[] password = login.password().bytes();
        try {
            return fitsOnALine(Text.encode(login.user())) && fitsOnALine(password) ? ask(login.user(), password)
                    : new Reply.Failed(ErrorCode.NOT_AUTHENTICATED,
                            "a user name and a password are one line of less than 1,024 bytes");
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static boolean fitsOnALine(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n') {
                return false;
            }
        }
        return bytes.length < Segments.LONGEST;
    }

    private Reply ask(String user, byte[] password) throws IOException {
        answers.say(user + "\n");
        answers.expect(Words.PASSWORD);
        wire.put(Part.SECRET, password);
        wire.put(Part.DELIMITER, Text.encode("\n"));
        if (isLetIn()) {
            loggedIn = true;
            server = sayHello();
            return new Reply.Done();
        }
        if (wire.atEnd()) {
            return new Reply.Failed(ErrorCode.TOO_MANY_ATTEMPTS,
                    "the login failed too often, and the server has closed the connection");
        }
        answers.expect(Words.USERNAME);
        return new Reply.Failed(ErrorCode.NOT_AUTHENTICATED, "the user name or the password is wrong");
    }

    /** Something else that the server says here may be the password: it is not shown {@code [COM-10.5]}. */
    private boolean isLetIn() throws IOException {
        try {
            return answers.oneOf(Words.LET_IN, Words.TURNED_AWAY).equals(Words.LET_IN);
        } catch (ProtocolViolation e) {
            throw new ProtocolViolation("the server has neither let the user in nor turned them away");
        }
    }

    /** As soon as it is let in, so that a server of ours need not pause before its prompt {@code [ORCH-6.1]}. */
    private Service sayHello() throws IOException {
        var lines = new LineFraming(wire);
        lines.send(Text.encode(Hello.command()));
        answers.expect(Words.PROMPT);
        if (answers.oneOf(Hello.VERSION, Words.UNKNOWN).equals(Words.UNKNOWN)) {
            answers.expect(Words.PROMPT);
            return new PublishedService(wire);
        }
        byte[] offer = lines.receive()
                .orElseThrow(() -> new PeerGoneException(wire.peer() + ": the server closed the connection"));
        if (!Hello.isWelcome(Hello.VERSION + Segments.latin(offer))) {
            throw new ProtocolViolation("the server welcomed in a version that is not known here", offer);
        }
        return new StatusService(wire, OrchestrationDialect.VOCABULARY);
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
        }
    }
}
