package parley.gateway.call;

import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.turn.Phrasing;

/// Knows one sign of listening, and takes nothing for complete or unfinished.
final class PlainPhrasing implements Phrasing {
  @Override
  public boolean listeningOnly(Spoken words, Expectation expectation) {
    return words.text().equals("mhm");
  }

  @Override
  public Completeness completeness(Spoken words, Expectation expectation) {
    return Completeness.OPEN;
  }
}
