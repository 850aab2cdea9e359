package parley.mail.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import parley.mail.header.Headers;
import parley.mail.text.Flowed;
import parley.mail.text.MailCharset;

/// Goes once through a mail from its first byte to its last, and holds no more of it than its text
/// and headers. One thread.
final class MimeWalk {

  private static final Set<String> ENCRYPTED =
      Set.of("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime");

  /** Reports and calendars are small; the rest of a huge one is left out. */
  private static final int MOST_REPORT_BYTES = 256 << 10;

  private final ReadLimits limits;
  private final Gathered gathered;
  private final MimeTokenStream stream;
  private final List<Headers.Field> fields = new ArrayList<>();
  private Headers headers = Headers.NONE;
  private int headerBytes;
  private int parts;
  private int depth;

  MimeWalk(ReadLimits limits, Gathered gathered) {
    this.limits = limits;
    this.gathered = gathered;
    this.stream =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxLineLen(limits.headerBytes())
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxHeaderCount(-1)
                .setMaxContentLen(-1)
                .build());
    stream.setRecursionMode(RecursionMode.M_RECURSE);
  }

  /// @throws LimitException where the mail goes beyond a limit
  /// @throws MimeException where its form cannot be followed
  void read(InputStream raw) throws IOException, MimeException {
    stream.parse(raw);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      step(state);
    }
  }

  private void step(EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> fields.clear();
      case T_FIELD -> field(stream.getField());
      case T_END_HEADER -> endHeader();
      case T_START_MULTIPART -> {
        deeper();
        gathered.texts.begin(Part.of(headers, type()).type().value());
      }
      case T_END_MULTIPART -> {
        depth--;
        gathered.texts.end();
      }
      case T_START_MESSAGE -> startMessage();
      case T_END_MESSAGE -> endMessage();
      case T_BODY -> body();
      case T_PREAMBLE -> preamble();
      case T_START_BODYPART, T_END_BODYPART, T_EPILOGUE, T_RAW_ENTITY, T_END_OF_STREAM -> {}
    }
  }

  private String type() {
    String type = stream.getBodyDescriptor().getMimeType();
    return type == null ? "text/plain" : type;
  }

  private void field(Field field) throws LimitException {
    byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    // A short header costs its reader as much as a longer one.
    headerBytes += raw.length + 64;
    if (headerBytes > limits.headerBytes()) {
      throw tooMuchHeader();
    }
    String line = MailCharset.decode(raw, "");
    int colon = line.indexOf(':');
    if (colon > 0) {
      fields.add(
          new Headers.Field(
              line.substring(0, colon).strip(),
              line.substring(colon + 1).replaceAll("\\r?\\n", "").strip()));
    }
  }

  private LimitException tooMuchHeader() {
    return new LimitException(
        QuarantineReason.HEADER_TOO_LARGE,
        "Its headers have more than %d bytes.".formatted(limits.headerBytes()));
  }

  private void endHeader() throws LimitException {
    headers = new Headers(fields);
    parts++;
    if (parts > limits.parts()) {
      throw new LimitException(
          QuarantineReason.TOO_MANY_PARTS, "It has more than %d parts.".formatted(limits.parts()));
    }
    if (parts == 1) {
      gathered.head = headers;
      gathered.type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    } else if (gathered.texts.insideMail() && gathered.enclosedHead.fields().isEmpty()) {
      gathered.enclosedHead = headers;
    }
    // The parser tells the type only later, when the body has begun.
    if (ENCRYPTED.contains(Part.of(headers, "").type().value()) && !isOnlySigned()) {
      throw new LimitException(
          QuarantineReason.ENCRYPTED, "Its content is encrypted, and Parley has no key.");
    }
  }

  private boolean isOnlySigned() {
    return headers
        .first("Content-Type")
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .contains("signed-data");
  }

  /// What stands before the first boundary is for programs of 1990, unless the boundary never
  /// comes.
  private void preamble() throws IOException {
    if (gathered.preamble.isEmpty() && !gathered.texts.insideMail()) {
      gathered.preamble =
          MailCharset.decode(stream.getInputStream().readNBytes(MOST_REPORT_BYTES), "");
    }
  }

  private void startMessage() throws LimitException {
    // The first message is the mail itself.
    if (parts > 0) {
      deeper();
      gathered.texts.beginMail();
    }
  }

  private void endMessage() {
    if (depth > 0) {
      depth--;
      gathered.texts.end();
    }
  }

  private void deeper() throws LimitException {
    if (++depth > limits.depth()) {
      throw new LimitException(
          QuarantineReason.TOO_DEEP,
          "Its parts are nested more than %d deep.".formatted(limits.depth()));
    }
  }

  private void body() throws IOException {
    Part part = Part.of(headers, type());
    InputStream content = stream.getDecodedInputStream();
    if (part.isText()) {
      text(part, content);
    } else if (part.isReport()) {
      gathered.report.addAll(Headers.groups(words(part, content)));
      gathered.receipt |= part.type().value().endsWith("disposition-notification");
    } else if (part.isHeadersOnly()) {
      enclosedHead(words(part, content));
    } else if (part.isCalendar() && gathered.calendar.isEmpty()) {
      gathered.calendarMethod = part.type().get("method");
      gathered.calendar = words(part, content);
    } else {
      gathered.attachments.keep(part, content);
    }
  }

  private void text(Part part, InputStream content) throws IOException {
    // Four bytes a character at most; HTML has several characters of marks for each of text.
    int most = Math.min(4 * limits.textCharacters(), 4 << 20) * (part.isHtml() ? 2 : 1);
    byte[] bytes = content.readNBytes(most);
    boolean cut = content.skip(1) > 0;
    String words = MailCharset.decode(bytes, part.type().get("charset"));
    boolean flowed = part.type().get("format").equalsIgnoreCase("flowed");
    boolean deleteSpace = part.type().get("delsp").equalsIgnoreCase("yes");
    gathered.texts.add(
        flowed && !part.isHtml() ? Flowed.joined(words, deleteSpace) : words, part.isHtml(), cut);
  }

  private void enclosedHead(String words) {
    List<Headers> groups = Headers.groups(words);
    if (gathered.enclosedHead.fields().isEmpty() && !groups.isEmpty()) {
      gathered.enclosedHead = groups.getFirst();
    }
  }

  private static String words(Part part, InputStream content) throws IOException {
    return MailCharset.decode(content.readNBytes(MOST_REPORT_BYTES), part.type().get("charset"));
  }
}
