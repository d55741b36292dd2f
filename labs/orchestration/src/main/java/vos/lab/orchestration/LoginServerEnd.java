package vos.lab.orchestration;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import vos.protocol.ErrorCode;
import vos.protocol.Pace;
import vos.protocol.Part;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.Secret;
import vos.protocol.ServerEnd;
import vos.protocol.Text;
import vos.protocol.Wire;

/** The beginning of every conversation: who is it? Asks three times at most {@code [ORCH-2.4]}. */
final class LoginServerEnd implements ServerEnd {
    private static final int ATTEMPTS = 3;

    private final Wire wire;
    private int failures;

    LoginServerEnd(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Optional<Request> receive() throws IOException {
        if (failures == ATTEMPTS) {
            return Optional.empty();
        }
        if (failures > 0) {
            wire.pause(Pace.MESSAGE);
        }
        say(Words.USERNAME);
        if (wire.atEnd()) {
            return Optional.empty();
        }
        String user = Text.decode(line(Part.MESSAGE)).map(String::strip).orElse("");
        say(Words.PASSWORD);
        return Optional.of(new Request.Login(user, secret(line(Part.SECRET))));
    }

    /** What has come, up to the end of its first line; without one, the rest is waited for {@code [ORCH-2.6]}. */
    private byte[] line(Part part) throws IOException {
        byte[] come = wire.peek(bytes -> bytes.length >= Segments.LONGEST || lineEnd(bytes) >= 0, Pace.MESSAGE);
        int length = lineEnd(come) >= 0 ? lineEnd(come) + 1 : come.length;
        Arrays.fill(come, (byte) 0);
        return wire.take(Math.clamp(length, 1, Segments.LONGEST), part);
    }

    private static int lineEnd(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at < bytes.length ? at : -1;
    }

    /** Without white space at its ends; leaves no other copy of it. */
    private static Secret secret(byte[] line) {
        int from = 0;
        int to = line.length;
        while (from < to && isBlank(line[from])) {
            from++;
        }
        while (to > from && isBlank(line[to - 1])) {
            to--;
        }
        byte[] password = Arrays.copyOfRange(line, from, to);
        Arrays.fill(line, (byte) 0);
        try {
            return Secret.of(password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    /** Whatever but a wrong name or password has gone wrong, to ask again would not help. */
    @Override
    public void reply(Request request, Reply reply) throws IOException {
        if (request instanceof Request.Login(_, Secret password)) {
            password.close();
        }
        if (reply instanceof Reply.Done) {
            say(Words.LET_IN);
            return;
        }
        boolean wrong = reply instanceof Reply.Failed(ErrorCode code, _) && code == ErrorCode.NOT_AUTHENTICATED;
        failures = wrong ? failures + 1 : ATTEMPTS;
        say(Words.TURNED_AWAY);
    }

    private void say(String word) throws IOException {
        wire.put(Part.MESSAGE, Text.encode(word));
    }
}
