package vos.lab.orchestration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.ErrorCode;
import vos.protocol.Part;
import vos.protocol.PeerGoneException;
import vos.protocol.RecordingTap;
import vos.protocol.RecordingTap.Direction;
import vos.protocol.RecordingTap.Run;
import vos.protocol.Reply;
import vos.protocol.Request;
import vos.protocol.ScriptedTransport;
import vos.protocol.Service;
import vos.protocol.Splits;
import vos.protocol.Wire;
import vos.protocol.WireOptions;
import vos.testing.RecordingSession;

/** How the server's end asks who it is {@code [ORCH-2.4]}, byte for byte. */
class LoginServerEndTest {
    private final List<String> logins = new ArrayList<>();
    private final RecordingSession others = new RecordingSession();
    private ErrorCode refusal = ErrorCode.NOT_AUTHENTICATED;

    /** Lets ann in; remembers who tried, with which password. */
    private Reply perform(Request request) throws IOException {
        if (!(request instanceof Request.Login login)) {
            return others.perform(request);
        }
        String attempt = login.user() + ":" + Bytes.text(login.password().bytes());
        logins.add(attempt);
        return attempt.equals("ann:secret") ? new Reply.Done() : new Reply.Failed(refusal, "no");
    }

    private List<String> hearing(String... segments) throws IOException {
        return Talk.fromTheStart(this::perform, segments);
    }

    @Test
    void theServerAsksForTheNameAndForThePasswordAndLetsIn() throws IOException {
        assertEquals(List.of("Username: ", "Password: ", "Authentication successful.", "~", ">"),
                hearing("ann\n", "secret\n"));
        assertEquals(List.of("ann:secret"), logins);
    }

    @Test
    void withoutALineEndItWaitsForTheRestForAWhile() throws IOException {
        assertEquals(List.of("Username: ", "~", "Password: ", "~", "Authentication successful.", "~", ">"),
                hearing("ann", "secret"));
        assertEquals(List.of("ann:secret"), logins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann\r\n|secret\r\n", " ann |\tsecret ", "ann\nsecret\n", "ann\nsecret"})
    void nameAndPasswordAreTheirLinesWithoutBlanksAtTheirEnds(String segments) throws IOException {
        hearing(segments.split("\\|"));

        assertEquals(List.of("ann:secret"), logins);
    }

    @Test
    void howeverTheNetworkCutsItALoginIsALogin() throws IOException {
        for (List<byte[]> cut : Splits.of(Bytes.of("ann\nsecret\nexit")).toList()) {
            Talk.serve(ScriptedTransport.reading(cut), this::perform);

            assertEquals(List.of("ann:secret"), logins);
            logins.clear();
        }
    }

    @Test
    void afterAFailureItAsksAgainBehindAPause() throws IOException {
        assertEquals(List.of("Username: ", "Password: ", "Authentication failed.", "~", "Username: "),
                hearing("ann\n", "wrong\n"));
    }

    @Test
    void theThirdTimeMayBeTheLuckyOne() throws IOException {
        List<String> events = hearing("ann\n", "a\n", "anna\n", "secret\n", "ann\n", "secret\n", "exit");

        assertEquals(List.of("Authentication successful.", "~", ">"), events.subList(events.size() - 3, events.size()));
        assertEquals(List.of("ann:a", "anna:secret", "ann:secret"), logins);
        assertEquals(List.of("Quit"), others.requests());
    }

    @Test
    void afterThreeFailuresItCloses() throws IOException {
        List<String> events = hearing("a\n", "1\n", "b\n", "2\n", "c\n", "3\n", "ann\n", "secret\n");

        assertEquals(List.of("Password: ", "Authentication failed."), events.subList(events.size() - 2, events.size()));
        assertEquals(List.of("a:1", "b:2", "c:3"), logins);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_ATTEMPTS", "INTERNAL"})
    void whereAskingAgainWouldNotHelpItClosesAtOnce(ErrorCode code) throws IOException {
        refusal = code;

        assertEquals(List.of("Username: ", "Password: ", "Authentication failed."), hearing("a\n", "1\n", "ann\n"));
        assertEquals(1, logins.size());
    }

    @Test
    void blankAndWhatIsNotUtf8AreFailuresLikeAnyOther() throws IOException {
        List<String> failure = List.of("Username: ", "Password: ", "Authentication failed.", "~", "Username: ");

        assertEquals(failure, hearing("\n", "secret\n"));
        assertEquals(failure, hearing("ann\n", " \n"));
        assertEquals(failure, hearing("\u00ff\u00fe\n", "secret\n"));
        assertEquals(failure, hearing("ann\n", "\u00ff\u00fe\n"));
        assertEquals(List.of(":secret", "ann:", ":secret", "ann:\u00ff\u00fe"), logins);
    }

    @Test
    void aNameThatIsLongerThanASegmentIsNobodys() throws IOException {
        Talk.serve(ScriptedTransport.reading("x".repeat(1500) + "\n"), this::perform);

        assertEquals(List.of("x".repeat(1024) + ":" + "x".repeat(476)), logins);
    }

    @Test
    void aClientMayLeaveBeforeItHasSaidWhoItIs() throws IOException {
        assertEquals(List.of("Username: "), hearing());
        assertThrows(PeerGoneException.class, () -> hearing("ann\n"), "but not between name and password");
        assertEquals(List.of(), logins);
    }

    /** {@code [COM-10.5]}: neither a trace nor a log, which shows requests, shows the password. */
    @Test
    void thePasswordIsSeenByNobody() throws IOException {
        var tap = new RecordingTap();
        var wire = new Wire(ScriptedTransport.reading("ann\n", "secret\n"), WireOptions.DEFAULTS.withTap(tap));
        var end = new OrchestrationServerEnd(wire);
        Request request = end.receive().orElseThrow();

        assertEquals(List.of(new Run(Direction.RECEIVED, Part.MESSAGE, "ann\n"),
                new Run(Direction.RECEIVED, Part.SECRET, "secret\n")),
                tap.runs().stream().filter(run -> run.direction() == Direction.RECEIVED).toList());
        assertFalse(request.toString().contains("secret"), request::toString);
    }

    @Test
    void thePasswordIsForgottenWhenItHasBeenAnswered() throws IOException {
        var end = new OrchestrationServerEnd(
                new Wire(ScriptedTransport.reading("ann\n", "secret\n"), WireOptions.DEFAULTS));
        var login = (Request.Login) end.receive().orElseThrow();
        Service session = this::perform;
        end.reply(login, session.perform(login));

        assertEquals(List.of("ann:secret"), logins);
        assertEquals("\0".repeat(6), Bytes.text(login.password().bytes()));
    }
}
