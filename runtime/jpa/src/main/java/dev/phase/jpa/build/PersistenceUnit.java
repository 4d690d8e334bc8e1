package dev.phase.jpa.build;

import dev.phase.jpa.entity.MappingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What {@code META-INF/persistence.xml} says of a unit.
 *
 * @param listed its classes by name
 * @param alone whether it has no others
 */
record PersistenceUnit(List<String> listed, boolean alone, Map<String, String> settings) {

  private static final String FILE = "META-INF/persistence.xml";

  static PersistenceUnit read(Path classes, String name) {
    Path file = classes.resolve(FILE);
    List<String> names = new ArrayList<>();
    for (Element unit : children(root(file), "persistence-unit")) {
      if (unit.getAttribute("name").equals(name)) {
        return of(unit);
      }
      names.add(unit.getAttribute("name"));
    }
    throw new EntityBuildException(
        "There is no persistence unit %s in %s. It has %s.".formatted(name, file, names));
  }

  private static PersistenceUnit of(Element unit) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Element setting : children(unit, "property")) {
      String name = setting.getAttribute("name");
      if (MappingSettings.include(name)) {
        settings.put(name, setting.getAttribute("value"));
      }
    }
    return new PersistenceUnit(
        children(unit, "class").stream().map(e -> e.getTextContent().strip()).toList(),
        children(unit, "exclude-unlisted-classes").stream()
            .anyMatch(e -> !e.getTextContent().strip().equals("false")),
        settings);
  }

  private static Element root(Path file) {
    if (!Files.exists(file)) {
      throw new EntityBuildException(
          "There is no %s, where persistence units are. Leave the unit out, or build first."
              .formatted(file));
    }
    try (InputStream text = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(text).getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new EntityBuildException(
          "The file %s cannot be read: %s. Correct it.".formatted(file, e.getMessage()), e);
    }
  }

  /** In all namespaces, since those of Java EE and Jakarta EE have the same names. */
  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
