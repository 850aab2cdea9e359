package parley.dialogue.knowledge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a customer may be given beside an answer in writing.
///
/// @param page where more can be read; only http and https, others are left out
/// @param files below the folder of documents, or folders of files there, that go along with an
///   answer by mail
public record Reference(Optional<URI> page, List<String> files) {

  public static final Reference NONE = new Reference(Optional.empty(), List.of());

  private static final Pattern FILE =
      Pattern.compile(
          "[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}(/[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}){0,7}");

  public Reference {
    page = page.filter(Reference::isPage);
    files = List.copyOf(files);
    files.forEach(file -> {
      if (!isFile(file)) {
        throw new IllegalArgumentException("A file is named by its path below the documents");
      }
    });
  }

  /// Empty for what is no address of a page.
  public static Optional<URI> page(String text) {
    try {
      return Optional.of(new URI(text.strip())).filter(Reference::isPage);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isPage(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return uri.getHost() != null
        && uri.getUserInfo() == null
        && (scheme.equals("https") || scheme.equals("http"));
  }

  /// Whether a path stays below the folder that it begins in.
  static boolean isFile(String path) {
    return FILE.matcher(path).matches();
  }
}
