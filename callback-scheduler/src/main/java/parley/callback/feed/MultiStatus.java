package parley.callback.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The calendars in a CalDAV server's answer (RFC 4918 multistatus). Pure.
final class MultiStatus {

  private static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

  private MultiStatus() {}

  static List<String> calendars(byte[] xml) throws FeedException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      // No entities and no other files: what a server sends is data.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var parser = factory.newDocumentBuilder();
      parser.setErrorHandler(null);
      NodeList found =
          parser
              .parse(new ByteArrayInputStream(xml))
              .getElementsByTagNameNS(CALDAV, "calendar-data");
      List<String> calendars = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        calendars.add(found.item(i).getTextContent());
      }
      return calendars;
    } catch (SAXException | IOException e) {
      throw new FeedException("what came is no answer of a CalDAV server", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's own XML parser lacks a feature", e);
    }
  }
}
