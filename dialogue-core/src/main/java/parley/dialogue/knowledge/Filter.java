package parley.dialogue.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Which entries a search may find. Entries that are not active are never found.
///
/// @param language only entries in this language, and those for every language
/// @param category only entries of it
/// @param day only entries that hold on it; without a day all do
/// @param off ids of entries that were switched off
public record Filter(
    Optional<String> language,
    Optional<String> category,
    Optional<LocalDate> day,
    Set<String> off) {

  public static final Filter NONE =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  public Filter {
    off = Set.copyOf(off);
  }

  public Filter on(LocalDate today) {
    return new Filter(language, category, Optional.of(today), off);
  }

  public Filter without(Set<String> switchedOff) {
    return new Filter(language, category, day, switchedOff);
  }

  public Filter in(String code) {
    return new Filter(Optional.of(code), category, day, off);
  }

  public Filter about(String wanted) {
    return new Filter(language, Optional.of(wanted), day, off);
  }
}
