package parley.mail.message;

import java.util.Locale;
import parley.mail.attachment.Attachment.Form;
import parley.mail.attachment.FileName;
import parley.mail.attachment.Forms;
import parley.mail.header.Headers;
import parley.mail.header.Parameters;

/// A part's own headers, understood.
///
/// @param type media type with its parameters
/// @param disposition `inline`, `attachment` or nothing
record Part(Parameters type, Parameters disposition, boolean hasContentId) {

  /// @param mediaType as the parser sees it, which also knows the default of a digest
  static Part of(Headers headers, String mediaType) {
    Parameters type = Parameters.of("Content-Type", headers.first("Content-Type").orElse(""));
    String value = type.value().matches("[a-z0-9.+_-]+/[a-z0-9.+_-]+") ? type.value() : "";
    String seen = mediaType.toLowerCase(Locale.ROOT);
    return new Part(
        new Parameters(value.isEmpty() || seen.equals("text/plain") ? seen : value, type.byName()),
        Parameters.of("Content-Disposition", headers.first("Content-Disposition").orElse("")),
        headers.has("Content-ID"));
  }

  String fileName() {
    String named = disposition.get("filename");
    return named.isBlank() ? type.get("name") : named;
  }

  String harmlessName() {
    return FileName.harmless(fileName(), type.value());
  }

  Form form() {
    return Forms.of(type.value(), harmlessName());
  }

  /// Whether its words are the mail's, not a file's.
  boolean isText() {
    boolean words =
        type.value().equals("text/plain")
            || type.value().equals("text/html")
            || type.value().equals("text/enriched")
            || type.value().equals("text/richtext");
    return words && !disposition.value().equals("attachment") && fileName().isBlank();
  }

  boolean isHtml() {
    return type.value().equals("text/html");
  }

  boolean isCalendar() {
    return type.value().equals("text/calendar") || type.value().equals("application/ics");
  }

  boolean isReport() {
    return type.value().equals("message/delivery-status")
        || type.value().equals("message/global-delivery-status")
        || type.value().equals("message/disposition-notification")
        || type.value().equals("message/global-disposition-notification");
  }

  boolean isHeadersOnly() {
    return type.value().equals("text/rfc822-headers")
        || type.value().equals("message/global-headers");
  }

  boolean isInline() {
    return hasContentId && !disposition.value().equals("attachment");
  }
}
