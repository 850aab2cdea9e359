package parley.mail.reply;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import parley.mail.header.OneLine;

/// Where an answer comes from.
///
/// @param name of the entry or document; one line
/// @param page where it can be read; only http and https, others are left out
public record Citation(String name, Optional<URI> page) {

  private static final int LONGEST_NAME = 200;

  public Citation {
    name = OneLine.of(name, LONGEST_NAME);
    page = page.filter(Citation::isPage);
  }

  private static boolean isPage(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
  }
}
