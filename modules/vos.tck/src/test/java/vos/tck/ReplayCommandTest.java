package vos.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code vos replay}, as somebody types it. */
class ReplayCommandTest {

    private static final String SNEAKY = "\u001b[2J\u0007";

    @TempDir
    private Path directory;

    @BeforeEach
    void aConversationFailed() throws IOException {
        Payload payload = Payload.text("cd ").then(Payload.variable("token"));
        write(Mismatch.Kind.WRONG, new Step.Connect(1),
                new Step.Expect(1, new Expectation.Sized(10, "<[0-9]{8}>", "a token"), "token"),
                new Step.Send(1, payload, List.of(4)),
                new Step.Expect(1, new Expectation.Exactly(payload), ""));
    }

    private void write(Mismatch.Kind kind, Step... steps) throws IOException {
        new ReplayFile("greeter", "A.b", List.of("MFTP-1.2"), kind, "the same", List.of(steps)).write(directory);
    }

    private ToolOutcome replay(GreeterServer.Manner manner) throws IOException {
        try (GreeterServer server = new GreeterServer(directory, manner)) {
            return ToolOutcome.replay(directory.resolve("A.b.json").toString(), "--target",
                    "127.0.0.1:" + server.address().getPort(), "--timeout-factor",
                    manner == GreeterServer.Manner.SILENT ? "0.05" : "1");
        }
    }

    @Test
    void theStepsArePrintedAsTheyPass() throws IOException {
        replay(GreeterServer.Manner.SOUND).endsWith(0).prints("A.b, MFTP-1.2, against 127.0.0.1:")
                .prints("  1.  connect  ok\n").prints("  4.  expect  cd <token>  ok\nEvery step passed.\n");
    }

    @Test
    void theStepThatFailsIsShown() throws IOException {
        replay(GreeterServer.Manner.SHOUTS).endsWith(1).prints("  3.  send  cd <token>   (in two pieces")
                .prints("  4.  expect  cd <token>  failed\n").prints("byte 1 of it").prints("received  000000  4344 ");
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CLOSES"})
    void whatDoesNotComeFails(GreeterServer.Manner manner) throws IOException {
        replay(manner).endsWith(1).prints("failed");
    }

    @Test
    void whatWasFoundOffTheWireIsSaidToBeLeftOut() throws IOException {
        write(Mismatch.Kind.STATE, new Step.Connect(1), new Step.Note("look at the files"));
        replay(GreeterServer.Manner.SOUND).endsWith(0).prints("  2.  look at the files  ok\nEvery step passed.\n")
                .prints("at which a replay does not look");
    }

    @Test
    void aConversationWithAClientIsRefused() throws IOException {
        write(Mismatch.Kind.WRONG, new Step.Type("ls"), new Step.Accept(1));
        replay(GreeterServer.Manner.SOUND).endsWith(2).complainsOf("which a replay cannot begin");
    }

    @Test
    void aStepOnAConnectionThatIsNotThereIsNoFailureOfTheServers() throws IOException {
        write(Mismatch.Kind.WRONG, new Step.Connect(1), new Step.Close(2));
        replay(GreeterServer.Manner.SOUND).endsWith(2).prints("step 2 cannot be taken: connection 2 is not open");
    }

    @Test
    void aCutBehindWhatTheServerMadeUpIsSaid() throws IOException {
        write(Mismatch.Kind.WRONG, new Step.Connect(1),
                new Step.Expect(1, new Expectation.Sized(10, "<[0-9]{8}>", "a token"), "token"),
                new Step.Send(1, Payload.variable("token"), List.of(4, 11)));
        replay(GreeterServer.Manner.SOUND).endsWith(2).prints("step 3 cannot be taken: a cut behind byte 11 of 10\n");
    }

    /** A teacher looks at a file of a student's. */
    @Test
    void aStrangersFileCanDoNothingToTheTerminal() throws IOException {
        hostile(Mismatch.Kind.WRONG, new Step.Connect(1),
                new Step.Expect(1, new Expectation.Sized(10, "no", "a token" + SNEAKY), "token"));
        replayHostile().endsWith(1).prints("A.b\\u001b[2J").prints("expected  a token\\u001b[2J").printsNo("\u001b");
        hostile(Mismatch.Kind.WRONG, new Step.Connect(1), new Step.Send(1, Payload.variable(SNEAKY), List.of()));
        replayHostile().endsWith(2).prints("cannot be taken").printsNo("\u001b");
        hostile(Mismatch.Kind.WRONG, new Step.Type("ls"));
        assertFalse(replayHostile().endsWith(2).complainsOf("A.b\\u001b[2J").err().contains("\u001b"));
    }

    private void hostile(Mismatch.Kind kind, Step... steps) throws IOException {
        new ReplayFile("greeter" + SNEAKY, "A.b" + SNEAKY, List.of("MFTP" + SNEAKY), kind, SNEAKY, List.of(steps))
                .write(directory);
    }

    private ToolOutcome replayHostile() throws IOException {
        try (GreeterServer server = new GreeterServer(directory, GreeterServer.Manner.SOUND)) {
            return ToolOutcome.replay(directory.resolve("A.b__2J_.json").toString(), "--target",
                    "127.0.0.1:" + server.address().getPort());
        }
    }

    @Test
    void whatCannotBeReadOrReachedIsSaid() {
        String file = directory.resolve("A.b.json").toString();
        ToolOutcome.replay("nowhere.json", "--target", "127.0.0.1:1").endsWith(2)
                .complainsOf("nowhere.json: there is no such file");
        ToolOutcome.replay(file).endsWith(2).complainsOf("--target");
        ToolOutcome.replay(file, "--target", "127.0.0.1:1").endsWith(2).complainsOf("nobody listens at 127.0.0.1:1");
        assertTrue(ToolOutcome.replay("--help").endsWith(0).out().contains("Usage: vos replay"));
    }
}
