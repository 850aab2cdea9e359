package parley.mail.attachment;

import java.util.Locale;
import java.util.Set;
import parley.mail.attachment.Attachment.Form;

/// What a file is, by its name first: programs send most things as application/octet-stream.
public final class Forms {

  private static final Set<String> PROGRAMS =
      Set.of(
          "exe", "com", "bat", "cmd", "scr", "pif", "msi", "js", "jse", "vbs", "vbe", "wsf", "hta",
          "jar", "ps1", "lnk", "dll", "cpl", "apk", "sh", "reg", "iso", "img", "vhd", "docm",
          "xlsm", "pptm");
  private static final Set<String> ARCHIVES =
      Set.of("zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "cab", "ace", "arj");
  private static final Set<String> OFFICE = Set.of("docx", "xlsx", "pptx", "odt", "ods", "odp");
  private static final Set<String> PICTURES =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic");
  private static final Set<String> SOUNDS =
      Set.of("wav", "mp3", "m4a", "ogg", "oga", "opus", "amr", "aac", "flac", "3gp");
  private static final Set<String> TEXTS = Set.of("txt", "csv", "md", "log");

  private Forms() {}

  /// @param type media type in lower case
  public static Form of(String type, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat")) {
      return Form.OUTLOOK_ONLY;
    }
    if (PROGRAMS.contains(ending)) {
      return Form.PROGRAM;
    }
    Form byName = byEnding(ending);
    return byName == Form.OTHER ? byType(type) : byName;
  }

  private static Form byEnding(String ending) {
    return switch (ending) {
      case "pdf" -> Form.PDF;
      case "html", "htm" -> Form.HTML;
      case "ics" -> Form.CALENDAR;
      case "eml" -> Form.MAIL;
      case String e when TEXTS.contains(e) -> Form.TEXT;
      case String e when OFFICE.contains(e) -> Form.OFFICE;
      case String e when PICTURES.contains(e) -> Form.PICTURE;
      case String e when SOUNDS.contains(e) -> Form.AUDIO;
      case String e when ARCHIVES.contains(e) -> Form.ARCHIVE;
      default -> Form.OTHER;
    };
  }

  private static Form byType(String type) {
    return switch (type) {
      case "application/pdf" -> Form.PDF;
      case "text/html" -> Form.HTML;
      case "text/calendar" -> Form.CALENDAR;
      case "message/rfc822" -> Form.MAIL;
      case "application/zip",
          "application/gzip",
          "application/x-7z-compressed",
          "application/vnd.rar" ->
          Form.ARCHIVE;
      case String t
          when t.startsWith("application/vnd.openxmlformats-officedocument.")
              || t.startsWith("application/vnd.oasis.opendocument.") ->
          Form.OFFICE;
      case String t when t.startsWith("text/") -> Form.TEXT;
      case String t when t.startsWith("image/") -> Form.PICTURE;
      case String t when t.startsWith("audio/") -> Form.AUDIO;
      default -> Form.OTHER;
    };
  }
}
