package parley.dialogue.knowledge;

import java.time.LocalDate;

/// For whom and when an entry holds.
///
/// @param language code such as `en`; empty: whoever asks
/// @param from first day; [LocalDate#MIN]: always was
/// @param until last day; [LocalDate#MAX]: no end known
/// @param updated when somebody last looked it over; [LocalDate#MIN]: unknown. Fresher entries win
///   a tie
/// @param active false: kept in the file, never found
public record Standing(
    String language, LocalDate from, LocalDate until, LocalDate updated, boolean active) {

  public static final Standing ALWAYS =
      new Standing("", LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, true);

  /// Always holds, for who speaks this language.
  ///
  /// @param code empty: for everyone
  public static Standing in(String code) {
    return new Standing(code, LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, true);
  }

  public Standing {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("An entry holds from a day until a later one");
    }
  }
}
