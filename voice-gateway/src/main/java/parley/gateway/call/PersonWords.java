package parley.gateway.call;

import java.util.regex.Pattern;

/// What people ask who pick up, and machines do not: it finds the person whose first words are
/// long, such as a receptionist's. English. Pure.
final class PersonWords {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b((how|what) (can|may|could) (i|we) (help|do)|(can|may|shall|should) i (help|tell"
              + "|take a message|take your)|who is (this|that|calling|speaking|there)"
              + "|who's (this|that|calling|speaking|there)|can you hear me|can you speak up"
              + "|go ahead|i'm (coming|here|listening)|i am (here|listening)|what's up|what is it"
              + "|what do you want|where are you|are you there|is that you|(hold|hang) on a"
              + "|just a (moment|second|minute)|who are you|how are you)\\b",
          Pattern.CASE_INSENSITIVE);

  private PersonWords() {}

  static boolean in(String words) {
    return ASKED.matcher(words).find();
  }
}
