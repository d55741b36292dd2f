package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The files that {@code --report} asks for, of real runs. */
class ReportFilesTest {

    private static final Path SCHEMA = Path.of("../../specs/report.schema.json");

    @TempDir
    private Path directory;

    private Path run(GreeterServer.Manner manner, String disclosure) throws IOException {
        Path root = Files.createDirectories(directory.resolve("root"));
        Path reports = directory.resolve("reports");
        try (GreeterServer server = new GreeterServer(root, manner)) {
            ToolOutcome.tck("greeter", "--target", "127.0.0.1:" + server.address().getPort(), "--root", root.toString(),
                    "--timeout-factor", manner == GreeterServer.Manner.SILENT ? "0.05" : "1", "--seed", "7",
                    "--report", reports.toString(), "--disclose", disclosure);
        }
        return reports;
    }

    @ParameterizedTest
    @CsvSource({"SOUND,all", "SHOUTS,all", "SHOUTS,hint", "SHOUTS,verdict", "CLOSES,all", "SILENT,all"})
    void theJsonKeepsToItsSchema(GreeterServer.Manner manner, String disclosure) throws IOException {
        String report = Files.readString(run(manner, disclosure).resolve("report.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        assertEquals(List.of(), schema.validate(new ObjectMapper().readTree(report)), report);
    }

    @Test
    void theSchemaNamesEveryFieldThatIsWritten() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        assertEquals(fields(ReportJson.Root.class), names(schema.path("properties")));
        assertEquals(fields(ReportJson.Stated.class), names(schema.at("/$defs/requirement/properties")));
        assertEquals(fields(ReportJson.Tested.class), names(schema.at("/$defs/test/properties")));
        assertEquals(fields(ReportJson.Failed.class), names(schema.at("/$defs/failure/properties")));
    }

    private static List<String> fields(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents()).map(component -> component.getName()).toList();
    }

    private static List<String> names(JsonNode properties) {
        return properties.properties().stream().map(property -> property.getKey()).toList();
    }

    @Test
    void onlyFilesThatAreThereAreNamed() throws IOException {
        Path reports = run(GreeterServer.Manner.SHOUTS, "all");
        JsonNode report = new ObjectMapper().readTree(reports.resolve("report.json").toFile());
        JsonNode limited = report.path("tests").get(1);
        assertEquals("limitation", limited.path("verdict").asText());
        assertTrue(limited.path("reason").asText().startsWith("MFTP-8.1: A content may hold the token. Wrong answer"),
                limited::toPrettyString);
        List<String> named = report.findValuesAsText("replay");
        assertEquals(1, named.size(), named::toString);
        assertTrue(Files.exists(Path.of(named.getFirst().split(" ")[2])), named::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHOUTS", "SILENT"})
    void whatIsNotDisclosedIsInNoFile(GreeterServer.Manner manner) throws IOException {
        Path reports = run(manner, "verdict");
        try (Stream<Path> files = Files.list(reports)) {
            List<Path> all = files.toList();
            assertEquals(4, all.size(), all::toString);
            for (Path file : all) {
                String content = Files.readString(file);
                for (String secret : List.of("It shouts", "4344 20", "\\x01", "WRONG", "TIMEOUT", "in time", "it needs",
                        "A content may hold")) {
                    assertFalse(content.contains(secret), () -> secret + " in " + file + ":\n" + content);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "junit.xml", "index.html", "results.json"})
    void aHintSaysWhyATestWasNotTried(String file) throws IOException {
        String content = Files.readString(run(GreeterServer.Manner.SILENT, "hint").resolve(file));
        assertTrue(content.contains("it needs what GreeterTrials.aTokenComesFirst tries"), content);
    }

    @Test
    void gradescopeGetsAPointForEachRequirement() throws IOException {
        JsonNode results = new ObjectMapper().readTree(
                run(GreeterServer.Manner.SHOUTS, "all").resolve("results.json").toFile());
        assertEquals(2, results.path("score").asInt());
        assertEquals(3, results.path("max_score").asInt());
        assertTrue(results.path("output").asText().startsWith("2 of 3 requirements kept; 1 failed"));
        JsonNode failed = results.path("tests").get(1);
        assertTrue(failed.path("name").asText().startsWith("MFTP-3.2  `cd DIR` makes"), failed::toString);
        assertEquals("0 1 failed visible", "%s %s %s %s".formatted(failed.path("score"), failed.path("max_score"),
                failed.path("status").asText(), failed.path("visibility").asText()));
        assertTrue(failed.path("output").asText().contains("received  000000  4344"), failed::toString);
        JsonNode limited = results.path("tests").get(3);
        assertEquals("0 0 passed", "%s %s %s".formatted(limited.path("score"), limited.path("max_score"),
                limited.path("status").asText()));
    }

    @Test
    void buildServersGetTheXmlThatTheyKnow() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(run(GreeterServer.Manner.SHOUTS, "all").resolve("junit.xml").toFile());
        Element suite = xml.getDocumentElement();
        assertEquals("testsuite vos.tck.greeter 4 1 0 1", String.join(" ", suite.getTagName(),
                suite.getAttribute("name"), suite.getAttribute("tests"), suite.getAttribute("failures"),
                suite.getAttribute("errors"), suite.getAttribute("skipped")));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("WRONG", failure.getAttribute("type"));
        assertTrue(failure.getTextContent().contains("received  000000  4344"), failure::getTextContent);
        Element test = (Element) failure.getParentNode();
        assertEquals("vos.tck.greeter.GreeterTrials whatIsSentComesBack",
                test.getAttribute("classname") + " " + test.getAttribute("name"));
        Element id = (Element) test.getElementsByTagName("property").item(0);
        assertEquals("requirement MFTP-3.2", id.getAttribute("name") + " " + id.getAttribute("value"));
        assertEquals(1, suite.getElementsByTagName("skipped").getLength());
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = Files.readString(run(GreeterServer.Manner.SHOUTS, "all").resolve("index.html"));
        assertFalse(page.matches("(?s).*(<script|<link|<img|https?://|@import|url\\().*"), page);
        assertFalse(page.contains("{{"), page);
        assertTrue(page.contains("<th scope=\"row\">MFTP-3.2</th><td class=\"verdict fail\">"
                + "<a href=\"#GreeterTrials.whatIsSentComesBack\">fail</a></td>"), page);
        assertTrue(page.contains("<article id=\"GreeterTrials.whatIsSentComesBack\">"), page);
        assertTrue(page.contains("capitals are friendlier"), page);
        assertTrue(page.contains("cd \\x01&lt;token&gt;"), page);
        assertTrue(page.contains("received  000000  4344 2001 "), page);
        assertTrue(page.contains("(this step failed)"), page);
    }

    @Test
    void thePageHasNothingForWhatIsEmpty() throws IOException {
        String page = Files.readString(run(GreeterServer.Manner.SHOUTS, "verdict").resolve("index.html"));
        assertFalse(page.matches("(?s).*(<strong></strong>|Usual cause|In a shell|<dt>expected|<pre).*"), page);
        String sound = Files.readString(run(GreeterServer.Manner.SOUND, "all").resolve("index.html"));
        assertFalse(sound.contains("Not held against it") || sound.contains("href"), sound);
    }

    @Test
    void linesStayLinesOnThePage() throws IOException {
        String style = Files.readString(run(GreeterServer.Manner.SOUND, "all").resolve("index.html"));
        assertTrue(style.contains("dd code, .reason { white-space: pre-wrap; }"), style);
    }
}
