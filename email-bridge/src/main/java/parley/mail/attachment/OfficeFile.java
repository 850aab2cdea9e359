package parley.mail.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import parley.mail.attachment.AttachmentText.NoWords;
import parley.mail.attachment.AttachmentText.Words;

/// The words of Word, Excel, PowerPoint and OpenDocument files. All are zip files of XML whose
/// words stand between a few tags; formulas, comments and macros are left out. It streams: a zip
/// bomb ends at the limit of unpacked bytes.
///
/// Immutable; any thread.
final class OfficeFile {

  private static final Pattern WORDS_INSIDE =
      Pattern.compile(
          "word/document\\.xml|xl/sharedStrings\\.xml|xl/worksheets/sheet\\d+\\.xml|ppt/slides/slide\\d+\\.xml"
              + "|content\\.xml");

  /** Thousands of empty pieces cost time, too. */
  private static final int MOST_ENTRIES = 2000;

  private static final int MOST_XML_EVENTS = 5_000_000;

  private final TextLimits limits;

  OfficeFile(TextLimits limits) {
    this.limits = limits;
  }

  AttachmentText read(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (UnpackedInput zip =
        new UnpackedInput(Files.newInputStream(file), limits.unpackedBytes())) {
      int entries = 0;
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        if (++entries > MOST_ENTRIES) {
          return new NoWords("It holds more than %d pieces.".formatted(MOST_ENTRIES));
        }
        if (WORDS_INSIDE.matcher(entry.getName()).matches()
            && text.length() < limits.characters()) {
          words(new Entry(zip), text);
        }
      }
    } catch (TooMuchException _) {
      return new NoWords("It unpacks to more than %d bytes.".formatted(limits.unpackedBytes()));
    } catch (XMLStreamException _) {
      return new NoWords("It is damaged.");
    }
    String clean = text.toString().replaceAll("[ \\t]*\\n\\s*", "\n").strip();
    return clean.isEmpty()
        ? new NoWords("It holds no words.")
        : new Words(
            clean.substring(0, Math.min(clean.length(), limits.characters())),
            clean.length() > limits.characters());
  }

  private void words(InputStream xml, StringBuilder text) throws XMLStreamException, IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    try {
      int events = 0;
      boolean number = false;
      while (reader.hasNext() && text.length() <= limits.characters()) {
        int event = next(reader);
        if (++events > MOST_XML_EVENTS) {
          throw new TooMuchException();
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          // A cell's number in `v` is an index where the cell is a shared string (`t="s"`).
          number = reader.getLocalName().equals("c") ? isNumber(reader) : number;
          between(reader.getLocalName(), text);
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          after(reader.getLocalName(), text);
        }
        if (event == XMLStreamConstants.START_ELEMENT
            && (reader.getLocalName().equals("f")
                || (reader.getLocalName().equals("v") && !number))) {
          skip(reader);
        }
      }
    } finally {
      reader.close();
    }
  }

  private static int next(XMLStreamReader reader) throws XMLStreamException, IOException {
    try {
      return reader.next();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof TooMuchException tooMuch) {
        throw tooMuch;
      }
      throw e;
    }
  }

  private static boolean isNumber(XMLStreamReader reader) {
    String type = reader.getAttributeValue(null, "t");
    return type == null || type.equals("n") || type.equals("str");
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException, IOException {
    for (int depth = 1; depth > 0 && reader.hasNext(); ) {
      int event = next(reader);
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static void between(String tag, StringBuilder text) {
    if (tag.equals("tab") || tag.equals("s")) {
      text.append(' ');
    } else if (tag.equals("br") || tag.equals("line-break")) {
      text.append('\n');
    }
  }

  private static void after(String tag, StringBuilder text) {
    switch (tag) {
      // Paragraphs of Word, PowerPoint and OpenDocument; shared strings and rows of Excel.
      case "p", "h", "si", "row", "table-row" -> text.append('\n');
      case "c", "tc", "table-cell" -> text.append(" ");
      default -> {}
    }
  }

  /// More than the limit was unpacked.
  private static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// One entry of a zip file, which stays open when the entry is closed: XML readers do that at the
  /// end.
  private static final class Entry extends FilterInputStream {
    Entry(InputStream zip) {
      super(zip);
    }

    @Override
    public void close() {
      // What follows in the zip file is still to be read.
    }
  }

  /// A zip file, unpacked up to a number of bytes, whatever it says of its own sizes.
  private static final class UnpackedInput extends FilterInputStream {
    private final ZipInputStream zip;
    private long left;

    UnpackedInput(InputStream file, long most) {
      super(new ZipInputStream(file));
      this.zip = (ZipInputStream) in;
      this.left = most;
    }

    /// The next entry; what is left of this one is unpacked and counted too.
    @org.jspecify.annotations.Nullable
    ZipEntry next() throws IOException {
      byte[] buffer = new byte[8192];
      while (zip.available() > 0 && read(buffer, 0, buffer.length) >= 0) {
        // Counted by read.
      }
      return zip.getNextEntry();
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws TooMuchException {
      left -= bytes;
      if (left < 0) {
        throw new TooMuchException();
      }
    }
  }
}
