package parley.mail.answer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an answer rests on, as a customer may have it.
///
/// @param name of the entry or document
/// @param page where it can be read
/// @param files that go along with the answer
public record AnswerSource(String name, Optional<URI> page, List<Path> files) {
  public AnswerSource {
    files = List.copyOf(files);
  }
}
