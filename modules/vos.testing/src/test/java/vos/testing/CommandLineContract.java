package vos.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vos.protocol.Bytes;
import vos.protocol.ClientEnd;
import vos.protocol.Delivery;
import vos.protocol.ErrorCode;
import vos.protocol.Reply;
import vos.protocol.Request;

/**
 * As {@link BothEndsContract}, for dialects that pass command lines on: the line arrives as it was typed, and what the
 * command prints arrives as it was printed, while it runs.
 */
public abstract class CommandLineContract extends BothEndsContract {
    private static final int MEGABYTE = 1 << 20;
    private static final Reply EXIT = new Reply.Exit(OptionalInt.of(0));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private Reply run(ClientEnd client, String line) throws IOException {
        printed.reset();
        return client.perform(new Request.CommandLine(line, Channels.newChannel(printed)));
    }

    private static void print(WritableByteChannel output, byte[] bytes) throws IOException {
        output.write(ByteBuffer.wrap(bytes));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void linesArriveAsTheyWereTyped(Delivery delivery) throws IOException {
        List<String> lines = List.of("ls", "mv \"a b\" 'c d'\\", "echo späße  ", " ls", "upload x", "UPLOAD x",
                "hello vos/1", "exit", "");
        try (ClientEnd client = connect(delivery)) {
            for (String line : lines) {
                assertEquals(EXIT, run(client, line));
            }
        }

        assertEquals(lines.stream().map(line -> "CommandLine " + line).toList(),
                session.requests().stream().filter(request -> request.startsWith("CommandLine ")).toList());
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void whatIsPrintedArrivesAndThenTheStatus(Delivery delivery) throws IOException {
        var outputs = List.of("", "\n", "no line end", Bytes.everyByte(), "OK", "0".repeat(64), "EXIT 0");
        try (ClientEnd client = connect(delivery)) {
            for (String output : outputs) {
                for (int status : new int[] {0, 1, 255}) {
                    session.printing(channel -> print(channel, Bytes.of(output)))
                            .answering(Request.CommandLine.class, () -> new Reply.Exit(OptionalInt.of(status)));
                    assertEquals(new Reply.Exit(OptionalInt.of(status)), run(client, "x"));
                    assertEquals(output, Bytes.text(printed.toByteArray()));
                }
            }
        }
    }

    /** Printed in pieces of every size up to several times what a frame or a buffer holds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 64 * 1024, 200_000, MEGABYTE})
    void aMegabyteOfEveryByteArrives(int piece) throws IOException {
        byte[] all = Bytes.of(Bytes.everyByte().repeat(MEGABYTE / 256));
        session.printing(channel -> {
            for (int at = 0; at < all.length; at += piece) {
                channel.write(ByteBuffer.wrap(all, at, Math.min(piece, all.length - at)));
            }
        });
        try (ClientEnd client = connect(Delivery.random(piece))) {
            assertEquals(EXIT, run(client, "cat all"));
            assertArrayEquals(all, printed.toByteArray());
            session.printing(channel -> print(channel, Bytes.of("next")));
            assertEquals(EXIT, run(client, "echo next"));
            assertEquals("next", printed.toString());
        }
    }

    @Test
    void whatIsPrintedArrivesWhileTheCommandRuns() throws IOException {
        var seen = new CountDownLatch(1);
        session.printing(channel -> {
            print(channel, Bytes.noise(100_000));
            assertTrue(await(seen), "nothing arrived before the command had ended");
        });
        try (ClientEnd client = connect(Delivery.WHOLE)) {
            var output = Channels.newChannel(new OutputStream() {
                @Override
                public void write(int b) {
                    seen.countDown();
                }
            });
            assertEquals(EXIT, client.perform(new Request.CommandLine("ls -R", output)));
        }
    }

    private static boolean await(CountDownLatch latch) throws IOException {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aFailureIsNoOutputWhetherSomethingWasPrintedBeforeOrNot(Delivery delivery) throws IOException {
        var failed = new Reply.Failed(ErrorCode.INTERNAL, "the server failed");
        session.answering(Request.CommandLine.class, () -> failed);
        try (ClientEnd client = connect(delivery)) {
            assertEquals(failed, run(client, "ls"));
            assertEquals("", printed.toString());
            session.printing(channel -> print(channel, Bytes.of("half of it")));
            assertEquals(failed, run(client, "ls"));
            assertEquals("half of it", printed.toString());
            session.printing(channel -> { }).answering(Request.CommandLine.class, () -> EXIT);
            assertEquals(EXIT, run(client, "true"), "the next one is as good");
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void anOutputThatFailsIsToldAndTheNextAnswerIsWhole(Delivery delivery) throws IOException {
        var full = new IOException("the disk is full");
        var output = Channels.newChannel(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        });
        session.printing(channel -> print(channel, Bytes.noise(100_000)));
        try (ClientEnd client = connect(delivery)) {
            var thrown = assertThrows(IOException.class,
                    () -> client.perform(new Request.CommandLine("cat large", output)));
            assertSame(full, thrown);
            session.printing(channel -> print(channel, Bytes.of("next")));
            assertEquals(EXIT, run(client, "echo next"));
            assertEquals("next", printed.toString());
        }
    }
}
