package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import vos.protocol.Body;
import vos.protocol.Delivery;
import vos.protocol.LineFraming;
import vos.protocol.MemoryLink;
import vos.protocol.Part;
import vos.protocol.Text;
import vos.protocol.Wire;
import vos.protocol.WireOptions;

/** What people see of the bytes on a wire. */
class TraceTest {
    private final StringWriter printed = new StringWriter();
    private final Trace trace = new Trace(new PrintWriter(printed), Ansi.OFF);

    @Test
    void eachPartIsALineWithDirectionBytesNumberPurposeAndText() {
        sent(Part.MESSAGE, "mkdir demo");
        sent(Part.DELIMITER, "<Ab3X9kQw>");
        received(Part.HEADER, "5");
        received(Part.MESSAGE, "/demo");
        trace.flush();
        assertPrinted("""
                C>S  6d 6b 64 69 72 20 64 65 6d 6f                           10 message    mkdir demo
                C>S  3c 41 62 33 58 39 6b 51 77 3e                           10 delimiter  <Ab3X9kQw>
                S>C  35                                                       1 header     5
                S>C  2f 64 65 6d 6f                                           5 message    /demo
                """);
    }

    @Test
    void aSecretIsNotShownNorHowLongItIs() {
        sent(Part.SECRET, "password123");
        trace.flush();
        assertPrinted("C>S  (hidden)                                                   secret\n");
    }

    @Test
    void aBodyInManyRunsIsOneLineWithItsBeginningAndItsTotal() {
        for (int run = 0; run < 1000; run++) {
            sent(Part.BODY, "0123456789");
        }
        assertPrinted("");
        trace.flush();
        String start = "30 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 ..";
        assertPrinted("C>S  " + start + "   10000 body       " + "0123456789".repeat(6) + "0123 ...\n");
    }

    @Test
    void sixteenBytesAreShownWholeInBothColumns() {
        sent(Part.BODY, "0123456789abcdef");
        trace.flush();
        assertPrinted("C>S  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66         16 body       0123456789abcdef\n");
    }

    @Test
    void aDelimiterIsShownAtOnceForNothingNeedComeBehindIt() {
        received(Part.DELIMITER, "\n");
        assertEquals(1, lines().size(), printed::toString);
        received(Part.DELIMITER, "\n");
        assertEquals(2, lines().size(), printed::toString);
    }

    @Test
    void aMessageIsShownWhenTheDirectionTurns() {
        sent(Part.MESSAGE, "a");
        assertEquals(0, lines().size(), printed::toString);
        received(Part.MESSAGE, "b");
        assertEquals(1, lines().size(), printed::toString);
    }

    @Test
    void whatHasBeenShownIsNotShownAgain() {
        sent(Part.MESSAGE, "a");
        trace.flush();
        trace.flush();
        sent(Part.MESSAGE, "b");
        trace.flush();
        assertEquals(2, lines().size(), printed::toString);
        assertTrue(lines().getLast().endsWith("  b"), printed::toString);
    }

    @Test
    void anEmptyRunIsNoLine() {
        sent(Part.BODY, "");
        trace.flush();
        assertPrinted("");
    }

    @Test
    void controlCharactersAreHarmless() {
        received(Part.MESSAGE, "\u001b[2J\r\n\t\u007f\u00e4|");
        trace.flush();
        assertTrue(printed.toString().endsWith("message    .[2J\\r\\n....|\n"), printed::toString);
    }

    /** The tap looks at a body while it passes; what a real wire makes of it is what people see. */
    @Test
    void aConversationOverAWireIsShownInItsOrder() throws IOException {
        var link = new MemoryLink(Delivery.BYTEWISE);
        var client = new Wire(link.client(), WireOptions.DEFAULTS.withTap(trace));
        var server = new Wire(link.server(), WireOptions.DEFAULTS);
        new LineFraming(client).send(Text.encode("put a\t3"));
        client.send(Body.of(Text.encode("abc")));
        new LineFraming(server).send(Text.encode("done"));
        server.flush();
        new LineFraming(client).receive();
        List<String> parts = lines().stream().map(line -> line.replaceAll("  .*\\d ([a-z]+ ) *", " $1")).toList();
        assertEquals(List.of("C>S message put a.3", "C>S delimiter \\n", "C>S body abc", "S>C message done",
                "S>C delimiter \\n"), parts);
    }

    @Test
    void coloursTellTheDirectionsAndTheFramingApart() {
        var colourful = new Trace(new PrintWriter(printed), Ansi.ON);
        colourful.sent(Part.MESSAGE, ByteBuffer.wrap(Text.encode("@|red a|@")));
        colourful.received(Part.DELIMITER, ByteBuffer.wrap(Text.encode("\n")));
        assertTrue(lines().getFirst().startsWith("\u001b[36mC>S"), printed::toString);
        assertTrue(lines().getFirst().endsWith("@|red a|@"), printed::toString);
        assertTrue(lines().getLast().startsWith("\u001b[32mS>C"), printed::toString);
        assertFalse(lines().getFirst().contains("\u001b[33m"), printed::toString);
        assertTrue(lines().getLast().contains("\u001b[33mdelimiter"), printed::toString);
    }

    private void sent(Part part, String text) {
        trace.sent(part, ByteBuffer.wrap(Text.encode(text)));
    }

    private void received(Part part, String text) {
        trace.received(part, ByteBuffer.wrap(Text.encode(text)));
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }

    private void assertPrinted(String lines) {
        assertEquals(lines.indent(0), printed.toString().indent(0));
    }
}
