package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The same results as a table, as JSON and as a picture. */
class ReportsTest {
    private final Comparison commands = new Comparison(Fixtures.commands(), List.of(
            Fixtures.outcome(Fixtures.FLOOR, 100_000, 120_000, 110_000),
            Fixtures.outcome(Fixtures.VOS, 50_000, 60_000, 55_000),
            Fixtures.outcome(Fixtures.VSFTPD, 20_000, 24_000, 22_000),
            Fixtures.failed(Fixtures.PYFTPDLIB, "it ended with 1: <no> & \"why\"")));

    private static Results results(Comparison... comparisons) {
        return new Results(Instant.EPOCH, new Machine("A & B <fast>", 2, 24, "Linux 6", "25"), Form.SHORT,
                List.of(comparisons), List.of(new Results.Missing("sftp", "apt install openssh-server")));
    }

    @Test
    void theTableHasALineForEachSideInColumns() {
        assertEquals("""
                commands-1: round trips (commands/s)
                           median      min      max  of floor  of best peer  server µs/op  client µs/op  \
                memory MiB  p50 µs  p99 µs  p99.9 µs
                  floor   110,000  100,000  120,000      1.00          5.00          30.0          20.0  \
                      5.00    12.5    45.6       789
                  vos      55,000   50,000   60,000      0.50          2.50          30.0          20.0  \
                      5.00    12.5    45.6       789
                  vsftpd   22,000   20,000   24,000      0.20          1.00          30.0          20.0  \
                      5.00    12.5    45.6       789
                  pyftpdlib failed: it ended with 1: <no> & "why"
                """, String.join("\n", Table.lines(commands)) + "\n");
    }

    @Test
    void numbersHaveAsManyDigitsAsCanBeMeant() {
        assertEquals(List.of("0.12", "-3.46", "12.3", "123", "1,234,568"),
                List.of(Table.number(0.123), Table.number(-3.456), Table.number(12.34), Table.number(123.4),
                        Table.number(1_234_567.8)));
    }

    @Test
    void theJsonHasEveryRoundAndTheFigures() {
        JsonNode json = JsonReport.json(results(commands));
        JsonNode vos = json.at("/works/0/sides/1");
        assertEquals("vos", vos.path("side").textValue());
        assertEquals("ours", vos.path("role").textValue());
        assertEquals(55_000, vos.path("median").doubleValue());
        assertEquals(0.5, vos.path("ofFloor").doubleValue(), 1e-9);
        assertEquals(2.5, vos.path("ofBestPeer").doubleValue(), 1e-9);
        assertEquals(3, vos.path("rounds").size());
        assertEquals(0.03, vos.at("/rounds/2/serverCpuSeconds").doubleValue());
        assertEquals("it ended with 1: <no> & \"why\"", json.at("/works/0/sides/3/failure").textValue());
        assertEquals("sftp", json.at("/missing/0/side").textValue());
        assertEquals("short", json.path("form").textValue());
    }

    @Test
    void thePictureIsWellFormedAndHasABarForEachSideThatCounts()
            throws ParserConfigurationException, IOException, SAXException {
        Document svg = parse(Chart.svg(results(commands)));
        assertEquals("svg", svg.getDocumentElement().getNodeName());
        // The white ground is one too.
        assertEquals(1 + 3, svg.getElementsByTagName("rect").getLength());
        assertTrue(svg.getDocumentElement().getTextContent().contains("A & B <fast>"));
    }

    @Test
    void aSeriesIsALineForEachSide() throws ParserConfigurationException, IOException, SAXException {
        Document svg = parse(Chart.svg(results(step(1), step(64), step(1_000))));
        assertEquals(2, svg.getElementsByTagName("polyline").getLength());
        String points = svg.getElementsByTagName("polyline").item(0).getAttributes().getNamedItem("points")
                .getNodeValue();
        assertEquals(3, points.split(" ").length, points);
        assertFalse(points.contains("NaN"), points);
    }

    private static Comparison step(int clients) {
        return new Comparison(Fixtures.commands().in("growth-clients", "busy clients", clients), List.of(
                Fixtures.outcome(Fixtures.FLOOR, 1_000), Fixtures.outcome(Fixtures.VOS, 500)));
    }

    @Test
    void aRunHasFailedWhenOneSideHas() {
        assertTrue(results(commands).failed());
        assertFalse(results(step(1)).failed());
    }

    private static Document parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
