package io.agent33.sync.it.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What surefire wrote of one module's last test run. */
final class SurefireReports {
    private static final Pattern METHOD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    /** Class and method of each test case that was not skipped, and when its report was written. */
    private final Map<String, Set<String>> ran = new HashMap<>();

    private final Map<String, FileTime> when = new HashMap<>();

    private SurefireReports() {}

    static SurefireReports below(Path module) {
        SurefireReports reports = new SurefireReports();
        Path folder = module.resolve("target/surefire-reports");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                        .forEach(reports::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reports;
    }

    private void read(Path report) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            read(factory.createXMLStreamReader(in), Files.getLastModifiedTime(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new AssertionError(report + " is no XML", e);
        }
    }

    private void read(XMLStreamReader xml, FileTime written) throws XMLStreamException {
        String type = "";
        String method = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("testcase")) {
                type = xml.getAttributeValue(null, "classname");
                method = methodOf(xml.getAttributeValue(null, "name"));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("skipped")) {
                method = "";
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("testcase")) {
                ran.computeIfAbsent(type, key -> new HashSet<>()).add(method);
                when.put(type, written);
            }
        }
    }

    /** A case of a parameterized test is named {@code itDoesThis(String)[2]}. */
    private static String methodOf(String testCase) {
        Matcher method = METHOD.matcher(testCase);
        return method.lookingAt() ? method.group() : "";
    }

    /** Whether a test ran, and later than its class was compiled: a report may outlive what it tells of. */
    boolean hasRun(JavaClass type, String method) {
        try {
            Path compiled = BuiltClasses.fileOf(type);
            return ran.getOrDefault(type.getName(), Set.of()).contains(method)
                    && when.get(type.getName()).compareTo(Files.getLastModifiedTime(compiled)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
