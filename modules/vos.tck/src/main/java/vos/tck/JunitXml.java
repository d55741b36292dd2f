package vos.tck;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as the XML that build servers know from JUnit. What is flaky is a {@code flakyFailure}, as Surefire's
 * reports have it; what is not held against the peer is {@code skipped}.
 */
final class JunitXml {

    private final Report report;
    private final FailureTexts texts;
    private final XMLStreamWriter xml;

    private JunitXml(Report report, FailureTexts texts, XMLStreamWriter xml) {
        this.report = report;
        this.texts = texts;
        this.xml = xml;
    }

    static byte[] of(Report report, FailureTexts texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(report, texts, xml).suite();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report that is no XML", e);
        }
    }

    private void suite() throws XMLStreamException {
        start("testsuite", "name", "vos.tck." + report.lab());
        xml.writeAttribute("tests", Integer.toString(report.results().size()));
        xml.writeAttribute("failures", count(Verdict.FAIL));
        xml.writeAttribute("errors", count(Verdict.KIT_ERROR));
        xml.writeAttribute("skipped", Long.toString(report.results().stream().filter(JunitXml::skipped).count()));
        xml.writeAttribute("time", seconds(report.time().toMillis()));
        xml.writeAttribute("timestamp", report.started().toString());
        xml.writeStartElement("properties");
        property("subject", report.subject());
        property("level", report.level().name());
        property("seed", Long.toString(report.seed()));
        xml.writeEndElement();
        for (Result result : report.results()) {
            test(result);
        }
        xml.writeEndElement();
    }

    private String count(Verdict verdict) {
        return Long.toString(report.results().stream().filter(result -> result.verdict() == verdict).count());
    }

    private static boolean skipped(Result result) {
        return List.of(Verdict.OUT_OF_REACH, Verdict.SKIPPED, Verdict.LIMITATION, Verdict.QUIRK)
                .contains(result.verdict());
    }

    private void test(Result result) throws XMLStreamException {
        int dot = result.test().indexOf('.');
        start("testcase", "classname", "vos.tck." + report.lab() + "." + result.test().substring(0, dot));
        xml.writeAttribute("name", result.test().substring(dot + 1));
        xml.writeAttribute("time", seconds(result.time().toMillis()));
        xml.writeStartElement("properties");
        for (Requirement requirement : result.requirements()) {
            property("requirement", requirement.id());
        }
        xml.writeEndElement();
        if (skipped(result)) {
            String reason = texts.reason(result);
            start("skipped", "message", result.verdict().word() + (reason.isEmpty() ? "" : ": " + reason));
            xml.writeEndElement();
        } else if (result.verdict() != Verdict.PASS) {
            failure(element(result.verdict()), result);
        }
        xml.writeEndElement();
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case FLAKY -> "flakyFailure";
            case KIT_ERROR -> "error";
            case PASS, OUT_OF_REACH, SKIPPED, LIMITATION, QUIRK, FAIL -> "failure";
        };
    }

    private void failure(String element, Result result) throws XMLStreamException {
        FailureText text = texts.of(result);
        start(element, "message", text.way().lines().findFirst().orElse(result.verdict().word()));
        xml.writeAttribute("type", texts.type(result));
        xml.writeCharacters(legal(String.join("\n", FailureLines.of(text, Terminal.NONE))));
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        start("property", "name", name);
        xml.writeAttribute("value", legal(value));
        xml.writeEndElement();
    }

    private void start(String element, String attribute, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute(attribute, legal(value));
    }

    /** XML knows no control characters, not even escaped. */
    private static String legal(String text) {
        return Text.printableLines(text);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
