package parley.dialogue.privacy;

import java.util.List;

/// A text without the personal data that was found in it, and where in the original that was.
public record Masked(String text, List<Finding> findings) {
  public Masked {
    findings = List.copyOf(findings);
  }
}
