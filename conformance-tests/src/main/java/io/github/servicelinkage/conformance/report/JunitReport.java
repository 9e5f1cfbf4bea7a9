package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}, which build servers read: a test case for each check. A warning is a passed test with output.
 *
 * @param directory where
 * @param language what language details are in
 */
public record JunitReport(Path directory, Language language) implements Listener {
    /** The name of the file. */
    public static final String NAME = "junit.xml";

    @Override
    public void ended(Report report) {
        ReportFile.write(directory, NAME, out -> write(report, out));
    }

    private void write(Report report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "service-linkage");
            xml.writeAttribute("tests", String.valueOf(report.results().size()));
            xml.writeAttribute("failures", String.valueOf(report.summary().count(Status.FAILED)));
            xml.writeAttribute("errors", String.valueOf(report.summary().count(Status.ERROR)));
            xml.writeAttribute(
                    "skipped",
                    String.valueOf(report.summary().count(Status.SKIPPED)
                            + report.summary().count(Status.WAIVED)));
            xml.writeAttribute("timestamp", report.run().started());
            xml.writeAttribute("time", String.valueOf(report.run().milliseconds() / 1000.0));
            write(properties(report), xml);
            for (Result result : report.results()) {
                write(result, xml);
            }
            xml.writeCharacters("\n  ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(report.curlNote().in(language));
            xml.writeEndElement();
            reason(report, xml);
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Why nothing was judged, which no test case tells. */
    private void reason(Report report, XMLStreamWriter xml) throws XMLStreamException {
        if (report.reason().isEmpty()) {
            return;
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("system-err");
        xml.writeCharacters(report.reason().in(language));
        for (Evidence exchange : report.exchanges()) {
            write(exchange, xml);
        }
        xml.writeEndElement();
    }

    /** What the gateway was judged by. */
    private static Map<String, String> properties(Report report) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("contract.version", report.contract().version());
        properties.put("contract.sha256", report.contract().sha256());
        properties.put("catalogue.version", report.catalogue().version());
        properties.put("catalogue.sha256", report.catalogue().sha256());
        properties.put("suite.version", report.suite().version());
        return properties;
    }

    private static void write(Map<String, String> properties, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", property.getKey());
            xml.writeAttribute("value", property.getValue());
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void write(Result result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "service-linkage." + result.operation());
        xml.writeAttribute("name", result.check());
        switch (result.status()) {
            case FAILED -> element(xml, "failure", result);
            case ERROR -> element(xml, "error", result);
            case SKIPPED, WAIVED -> element(xml, "skipped", result);
            case WARNING -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters("warning: " + result.detail().in(language));
                evidence(xml, result);
                xml.writeEndElement();
            }
            case PASSED -> {}
        }
        xml.writeEndElement();
    }

    private void element(XMLStreamWriter xml, String name, Result result) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", result.detail().in(language));
        evidence(xml, result);
        xml.writeEndElement();
    }

    private void evidence(XMLStreamWriter xml, Result result) throws XMLStreamException {
        if (!result.remedy().isEmpty()) {
            xml.writeCharacters("\n" + Labels.REMEDY.then(result.remedy()).in(language));
        }
        for (Evidence exchange : result.exchanges()) {
            write(exchange, xml);
        }
    }

    private void write(Evidence exchange, XMLStreamWriter xml) throws XMLStreamException {
        for (String line : ExchangeLines.of(exchange, language)) {
            xml.writeCharacters("\n" + line);
        }
    }
}
