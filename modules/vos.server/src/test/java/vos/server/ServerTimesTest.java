package vos.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vos.auth.Principal;
import vos.auth.UserName;
import vos.fs.LocalVolume;
import vos.protocol.LineDialect;
import vos.protocol.TlsContexts;

/** Peers that take their time: with a login, with a command, with a command line that they have the server run. */
class ServerTimesTest extends ServerFixture {
    private static final Duration SHORT = Duration.ofMillis(400);

    private static final class LoginDialect extends LineDialect {
        @Override
        public boolean needsLogin() {
            return true;
        }
    }

    private static ServerOptions with(Limit limit, Duration time) {
        return OPTIONS.withLimits(Limits.USUAL.with(limit, time));
    }

    private void assertLeftBecause(Caller caller, String why) {
        eventually().until(caller::hasBeenLeft);
        eventually().untilAsserted(() -> assertEquals(1, recorder.failures().size()));
        String message = recorder.failures().getFirst().getMessage();
        assertTrue(message.endsWith(why), message);
    }

    /** {@code [COM-7.5]} */
    @Test
    void whoDoesNotLogInInTimeIsCutAndWhoDoesStays() throws IOException {
        server = Server.start(new LoginDialect(), LocalVolume.open(root),
                Optional.of((user, password) -> Optional.of(new Principal(new UserName(user)))),
                with(Limit.LOGIN_TIME, SHORT), recorder);
        Caller ann = call();
        assertEquals("OK", ann.ask("login\tann\tsecret"));
        Caller busyStranger = call();
        assertEquals("ERROR\tnot-authenticated\tlog in first", busyStranger.ask("ls"));
        assertLeftBecause(busyStranger, "did not log in within 400ms (login-time)");
        assertEquals("OK\t/", ann.ask("pwd"));
    }

    /** {@code [COM-7.6]}: bytes that come one by one keep a connection from being idle, and not a command waiting. */
    @Test
    void aCommandThatDoesNotComeToItsEndIsCut() throws IOException {
        start(with(Limit.COMMAND_TIME, SHORT));
        Caller silent = call();
        Caller slowloris = call();
        eventually().until(() -> {
            trySaying(slowloris, "x");
            return slowloris.hasBeenLeft();
        });
        assertLeftBecause(slowloris, "sent only a part of a command within 400ms (command-time)");
        assertEquals("OK\t/", silent.ask("pwd"), "who says nothing has not begun a command");
    }

    /** {@code [COM-7.6]}: the handshake of TLS is no less than a command. */
    @Test
    void whoDoesNotComeToSpeakTlsIsCut() throws IOException {
        start(with(Limit.COMMAND_TIME, SHORT).withTls(TlsContexts.server()));
        assertLeftBecause(dial(), "did not come to speak TLS within 400ms (command-time)");
    }

    private static void trySaying(Caller caller, String words) {
        try {
            caller.say(words);
        } catch (IOException left) {
            assertTrue(left.getMessage() != null);
        }
    }

    /** {@code [COM-7.6]}: a transfer is no command, however long it takes. */
    @Test
    void anUploadMayTakeLongerThanACommand() throws IOException {
        start(with(Limit.COMMAND_TIME, SHORT));
        Caller uploading = callAndBeginUpload("slow");
        Caller slowloris = call();
        slowloris.say("x");
        eventually().until(slowloris::hasBeenLeft);
        uploading.say("-end");
        assertEquals("OK", uploading.hear());
    }

    /** {@code [COM-7.6]} */
    @Test
    void aCommandLineThatRunsForTooLongIsStoppedAndTheConnectionGoesOn() throws IOException {
        start(new LineDialect(), new EndlessVolume(), with(Limit.COMMAND_TIME, SHORT));
        Caller caller = call();
        assertEquals("OUT\t79", caller.ask("run\tfind -name nothing"));
        assertEquals("vos: stopped after 400ms, the most that a command may take here (command-time)", caller.hear());
        assertEquals("OK\t124", caller.hear());
        assertEquals("OK\t/", caller.ask("pwd"));
    }

    /** {@code [COM-7.8]}: a rate is kept on average, whichever way the bytes go, and is no idleness. */
    @Test
    void aRateIsKeptAndIsNoIdleness() throws IOException {
        Limits limits = Limits.USUAL.with(Limit.SESSION_RATE, 100_000).with(Limit.IDLE, SHORT);
        start(OPTIONS.withLimits(limits));
        long begun = System.nanoTime();
        Caller caller = call();
        caller.say("put\tx\t150000\n" + "x".repeat(150_000));
        assertEquals("OK", caller.hear());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(1_200)) >= 0, "150,000 bytes at 100,000 a second took " + took);
        assertEquals("OK\t150000", caller.ask("get\tx"));
        assertEquals(150_000, caller.hear(150_000).length);
        took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(2_400)) >= 0, "and as many down again " + took);
    }

    /** {@code [COM-7.8]}: of commands, too, and likewise. */
    @Test
    void aRateOfCommandsIsKept() throws IOException {
        start(OPTIONS.withLimits(Limits.USUAL.with(Limit.COMMAND_RATE, 20).with(Limit.IDLE, SHORT)));
        Caller hasty = call();
        long begun = System.nanoTime();
        hasty.say("pwd\n".repeat(30));
        for (int i = 0; i < 30; i++) {
            assertEquals("OK\t/", hasty.hear());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        // The first five are the burst.
        assertTrue(took.compareTo(Duration.ofMillis(1_200)) >= 0, "30 commands at 20 a second took " + took);
    }

    /** {@code [COM-7.8]}: a command that waits has come, and takes no time to come. */
    @Test
    void whoWaitsForTheRateOfCommandsIsNotSlow() throws IOException {
        start(OPTIONS.withLimits(Limits.USUAL.with(Limit.COMMAND_RATE, 1).with(Limit.COMMAND_TIME, SHORT)
                .with(Limit.IDLE, SHORT)));
        assertEquals("OK\t/", call().ask("pwd"));
    }

    /** {@code [COM-7.8]}: whoever comes anew for each command has no more of them. */
    @Test
    void aRateOfCommandsOutlivesConnections() throws IOException {
        start(OPTIONS.withLimits(Limits.USUAL.with(Limit.COMMAND_RATE, 20)));
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            try (Caller another = call()) {
                assertEquals("OK\t/", another.ask("pwd"));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(700)) >= 0, "20 commands at 20 a second took " + took);
    }

    /** {@code [COM-7.8]}: nor has one with several connections. */
    @Test
    void aRateOfCommandsIsThatOfAnAddress() throws IOException {
        start(OPTIONS.withLimits(Limits.USUAL.with(Limit.COMMAND_RATE, 20)));
        long begun = System.nanoTime();
        List<Caller> together = List.of(call(), call(), call(), call());
        for (Caller caller : together) {
            caller.say("pwd\n".repeat(5));
        }
        for (Caller caller : together) {
            for (int i = 0; i < 5; i++) {
                assertEquals("OK\t/", caller.hear());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(700)) >= 0, "20 commands at 20 a second took " + took);
    }
}
