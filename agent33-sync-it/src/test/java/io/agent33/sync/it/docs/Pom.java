package io.agent33.sync.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A {@code pom.xml} of this project, as it is written. */
record Pom(String folder, Element project) {
    /** @param scope {@code compile} if the pom names none */
    record Dependency(String groupId, String artifactId, String version, String scope, boolean optional) {
        /** Whether who depends on the module gets this too. */
        boolean isTakenAlong() {
            return !optional && (scope.equals("compile") || scope.equals("runtime"));
        }
    }

    /** The pom in a folder below the root; the root's own for {@code .}. */
    static Pom in(String folder) {
        try {
            return new Pom(
                    folder,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(Paper.at(folder).resolve("pom.xml").toFile())
                            .getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(folder + "/pom.xml is no XML", e);
        }
    }

    /** All that a release publishes: the parent and every module that does not say otherwise. */
    static List<Pom> published() {
        return Stream.concat(Stream.of("."), Paper.modules().stream())
                .map(Pom::in)
                .filter(pom -> !pom.text("properties/maven.deploy.skip").equals("true"))
                .toList();
    }

    static List<Pom> examples() {
        try (Stream<Path> folders = Files.list(Paper.at("examples"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> in("examples/" + folder.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at a path of elements; empty if there is none. */
    String text(String path) {
        return find(path).map(Element::getTextContent).map(String::strip).orElse("");
    }

    boolean has(String path) {
        return find(path).isPresent();
    }

    private Optional<Element> find(String path) {
        Optional<Element> found = Optional.of(project);
        for (String name : path.split("/")) {
            found = found.flatMap(parent -> children(parent, name).findFirst());
        }
        return found;
    }

    String artifactId() {
        return text("artifactId");
    }

    /** Its own version or its parent's. */
    String version() {
        return has("version") ? text("version") : text("parent/version");
    }

    List<Dependency> dependencies() {
        return dependencies("dependencies");
    }

    List<Dependency> managed() {
        return dependencies("dependencyManagement/dependencies");
    }

    private List<Dependency> dependencies(String path) {
        return find(path).stream()
                .flatMap(parent -> children(parent, "dependency"))
                .map(each -> new Pom("", each))
                .map(each -> new Dependency(
                        each.text("groupId"),
                        each.artifactId(),
                        each.text("version"),
                        each.has("scope") ? each.text("scope") : "compile",
                        each.text("optional").equals("true")))
                .toList();
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }

    @Override
    public String toString() {
        return folder + "/pom.xml";
    }
}
