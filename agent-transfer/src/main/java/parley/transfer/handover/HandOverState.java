package parley.transfer.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.conversation.HandOverRequest;
import parley.transfer.agent.Reservation;
import parley.transfer.whisper.CallerMood;

/// Where a hand-over stands. Times are on the time scale of the events' `at`.
public sealed interface HandOverState {

  /// Nothing was asked yet.
  record NotBegun() implements HandOverState {}

  /// Over; nothing is held or rings.
  record Finished(TransferOutcome outcome) implements HandOverState {}

  /// Under way; at its deadline the hand-over moves on by itself.
  sealed interface UnderWay extends HandOverState {
    Matter matter();

    Duration deadline();
  }

  /// Looking for a free agent.
  record Reserving(Matter matter, int attempt, Duration deadline) implements UnderWay {}

  /// An agent is held for this call.
  sealed interface WithAgent extends UnderWay {
    Leg leg();
  }

  /// The phone was asked to ring; `rings` once it says that it does.
  record Ringing(Matter matter, Leg leg, boolean rings, Duration deadline) implements WithAgent {}

  /// The agent has answered and hears the summary, the caller hears music.
  record Whispering(Matter matter, Leg leg, Duration deadline) implements WithAgent {}

  /// The two are being put into one bridge.
  record Joining(Matter matter, Leg leg, Duration deadline) implements WithAgent {}

  /// The two talk.
  record Talking(Matter matter, Leg leg, Duration deadline) implements WithAgent {}

  /// What stays the same over all attempts, what was tried, and whether the caller hears music.
  record Matter(HandOverRequest request, CallerMood mood, List<Attempt> tried, boolean music) {
    public Matter {
      tried = List.copyOf(tried);
    }

    Matter withMusic(boolean on) {
      return new Matter(request, mood, tried, on);
    }

    Matter withTried(Attempt attempt) {
      List<Attempt> all = new ArrayList<>(tried);
      all.add(attempt);
      return new Matter(request, mood, all, music);
    }

    Set<String> triedAgents() {
      return tried.stream().map(attempt -> attempt.agent().id()).collect(Collectors.toSet());
    }
  }

  /// The agent's side of one attempt. `ring` is known once the phone was answered.
  record Leg(int attempt, Reservation reservation, Duration askedAt, Optional<Duration> ring) {

    Leg answeredAt(Duration at) {
      return new Leg(attempt, reservation, askedAt, Optional.of(at.minus(askedAt)));
    }

    Attempt ended(AttemptResult result, Duration at) {
      return new Attempt(
          attempt, reservation.agent(), result, ring.orElseGet(() -> at.minus(askedAt)));
    }
  }
}
