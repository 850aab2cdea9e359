package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.dialogue.call.Spoken;
import parley.transfer.agent.Agent;

/// A line that writes down what it was asked for and insists on the order of things: one leg at a
/// time, music on before it goes off, and never words to the caller over music.
final class FakeHandOverLine implements HandOverLine {

  final List<String> asked = new ArrayList<>();
  final Set<Integer> legs = new TreeSet<>();
  final Set<String> broken = new TreeSet<>();
  private boolean music;

  @Override
  public void ring(int attempt, Agent agent, Duration atMost) {
    ask("ring " + agent.id());
    assertEquals(Set.of(), legs, "another leg is still there");
    legs.add(attempt);
  }

  @Override
  public void cancelRing(int attempt) {
    legs.remove(attempt);
    ask("cancel");
  }

  @Override
  public void tellCaller(int attempt, CallerNotice notice) {
    ask("tell " + notice);
    assertFalse(music, "words over music");
  }

  @Override
  public void startHoldMusic() {
    ask("music");
    assertFalse(music, "music twice");
    music = true;
  }

  @Override
  public void stopHoldMusic() {
    ask("no music");
    assertTrue(music, "no music to stop");
    music = false;
  }

  @Override
  public void whisper(int attempt, Spoken sentence) {
    ask("whisper");
    assertTrue(legs.contains(attempt), "nobody hears the whisper");
  }

  @Override
  public void join(int attempt) {
    ask("join");
    assertTrue(legs.contains(attempt), "nobody to join");
  }

  @Override
  public void hangUpAgent(int attempt) {
    legs.remove(attempt);
    ask("hang up");
  }

  private void ask(String what) {
    asked.add(what);
    if (broken.contains(what.split(" ")[0])) {
      throw new IllegalStateException("Asterisk does not answer");
    }
  }
}
