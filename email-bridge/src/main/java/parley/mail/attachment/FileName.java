package parley.mail.attachment;

import java.util.Locale;
import java.util.Map;
import parley.mail.header.OneLine;

/// Names of attached files. They come from strangers, and end in file dialogs and lists.
public final class FileName {

  private static final int LONGEST = 120;

  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/pdf", ".pdf",
          "text/html", ".html",
          "text/plain", ".txt",
          "text/calendar", ".ics",
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "image/gif", ".gif",
          "audio/mpeg", ".mp3",
          "audio/x-wav", ".wav",
          "message/rfc822", ".eml");

  private FileName() {}

  /// Without folders, control characters, characters that turn a line around, and what systems
  /// treat in a way of their own; never empty.
  public static String harmless(String name, String type) {
    String line = OneLine.of(bounded(name), 4 * LONGEST);
    String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
    String plain =
        last.replaceAll("[<>:\"|?*%$`;&]", "_")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[. ~-]+|[. ]+$", "");
    if (plain.isEmpty()) {
      return "attachment" + ENDINGS.getOrDefault(type, "");
    }
    boolean device =
        plain.toLowerCase(Locale.ROOT).matches("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    return shortened(device ? "_" + plain : plain);
  }

  /// Of an endless name the beginning and the end.
  private static String bounded(String name) {
    return name.length() <= 4 * LONGEST
        ? name
        : name.substring(0, 2 * LONGEST) + name.substring(name.length() - LONGEST);
  }

  /// A long name keeps its ending, by which people know what it is.
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return OneLine.cut(name, LONGEST - ending.length()) + ending;
  }
}
