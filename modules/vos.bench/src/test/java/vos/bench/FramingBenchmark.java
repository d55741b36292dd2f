package vos.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vos.protocol.DelimiterFraming;
import vos.protocol.Framing;
import vos.protocol.HeaderFraming;
import vos.protocol.LineFraming;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** How long a framing takes to receive one command, over a connection that always has more: nanoseconds a command. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FramingBenchmark {
    static final String COMMAND = "cd some/where";
    private static final String TOKEN = "<1f56xc5d>";
    private static final int WIDTH = 64;

    private Framing header;
    private Framing line;
    private Framing token;

    /** Makes a connection for each. */
    @Setup
    public void open() {
        header = new HeaderFraming(wire(("%-" + WIDTH + "d").formatted(COMMAND.length()) + COMMAND), WIDTH);
        line = new LineFraming(wire(COMMAND + "\n"));
        token = new DelimiterFraming(wire(COMMAND + TOKEN), TOKEN.getBytes(StandardCharsets.US_ASCII));
    }

    private static Wire wire(String message) {
        return new Wire(new EndlessTransport(message.getBytes(StandardCharsets.US_ASCII)), WireOptions.DEFAULTS);
    }

    /** A length in 64 bytes, and the command. */
    @Benchmark
    public byte[] header() throws IOException {
        return header.receive().orElseThrow();
    }

    /** A line. */
    @Benchmark
    public byte[] line() throws IOException {
        return line.receive().orElseThrow();
    }

    /** A command and its token. */
    @Benchmark
    public byte[] token() throws IOException {
        return token.receive().orElseThrow();
    }
}
