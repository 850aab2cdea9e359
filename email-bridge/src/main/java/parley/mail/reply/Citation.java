package parley.mail.reply;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import parley.dialogue.knowledge.Reference;
import parley.mail.header.OneLine;

/// Where an answer comes from.
///
/// @param name of the entry or document; one line
/// @param page where it can be read; only http and https, others are left out
public record Citation(String name, Optional<URI> page) {

  private static final int LONGEST_NAME = 200;

  public Citation {
    name = OneLine.of(name, LONGEST_NAME);
    page = new Reference(page, List.of()).page();
  }
}
