package parley.dialogue.documents;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where customers can read the files of a folder. Pure.
///
/// @param base the folder's own address; null: nowhere
public record DocumentPages(@Nullable URI base) {

  public static final DocumentPages NONE = new DocumentPages(null);

  /// @param file its path in the folder, with `/` between its parts
  Optional<URI> of(String file) {
    if (base == null) {
      return Optional.empty();
    }
    try {
      // Three arguments quote what an address must not hold, such as spaces.
      String path = new URI(null, null, "/" + file, null).toASCIIString().substring(1);
      String begun = base.toString();
      return Optional.of(new URI(begun + (begun.endsWith("/") ? "" : "/") + path));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
