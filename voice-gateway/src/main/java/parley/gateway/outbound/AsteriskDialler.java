package parley.gateway.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.dial.Dialler;
import parley.callback.dial.DiallerAwayException;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.config.TrunkSettings;
import parley.gateway.ami.AmiControl;
import parley.gateway.ami.AmiException;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriException;
import parley.gateway.call.AgentCall;

/// Calls people over Asterisk, each attempt once. The dialplan (`parley-callback`) notes an attempt
/// before it dials and how it ended, so that an attempt may be asked for again by any process: one
/// that is noted is only followed to its end and told.
///
/// Where an agent is to be first, one is found before anything is dialled; when none takes it, the
/// attempt is withdrawn in AstDB, so that no other process dials it either.
///
/// Thread: any, a virtual one an attempt; [#dial] blocks until the call is over. When its thread is
/// interrupted a phone that still rings is let go; a talk goes on to its end.
public final class AsteriskDialler implements Dialler {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskDialler.class);

  /// The number becomes part of a dial string.
  private static final Pattern DIALABLE = Pattern.compile("\\+?[0-9]{2,15}");

  /// Events tell of an end at once; this is for those that were missed.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /// How long a call that is over may take to write its last lines to the log.
  private static final Duration LAST_WORDS = Duration.ofSeconds(15);

  private static final int MOST_FAILED_LOOKS = 3;

  /// Longer than the ring time: the far half ends first and notes why.
  private static final Duration ORIGINATE_SPARE = Duration.ofSeconds(10);

  private final AriClient ari;
  private final Witness witness;
  private final OutboundCalls calls;
  private final TrunkSettings trunk;
  private final Pacing pacing;
  private final AgentFirst agents;

  public AsteriskDialler(
      AriClient ari,
      AmiControl ami,
      OutboundCalls calls,
      TrunkSettings trunk,
      Pacing pacing,
      AgentFirst agents) {
    this.ari = ari;
    this.witness = new Witness(ari, ami);
    this.calls = calls;
    this.trunk = trunk;
    this.pacing = pacing;
    this.agents = agents;
  }

  @Override
  public int room(String queue) {
    return trunk.dialString(queue, "").isEmpty() ? 0 : pacing.room(queue);
  }

  @Override
  public AttemptOutcome dial(Attempt attempt) {
    if (!DIALABLE.matcher(attempt.callback().number().value()).matches()) {
      return AttemptOutcome.NUMBER_REFUSED;
    }
    Underway call = calls.begin(attempt);
    try {
      boolean dialled = witness.noted(attempt.id()).isPresent();
      return !dialled && agents.wanted(attempt.callback()) ? withAgent(call) : dial(call, !dialled);
    } catch (AriException | AmiException e) {
      throw new DiallerAwayException(
          "Asterisk could not tell what became of attempt %s.".formatted(attempt.id()), e);
    } finally {
      calls.end(call);
    }
  }

  private AttemptOutcome dial(Underway call, boolean fresh) {
    boolean ours = fresh && ask(call.attempt());
    if (!ours) {
      takeOver(call.attempt().id());
    }
    follow(call);
    return outcome(call, ours);
  }

  private AttemptOutcome withAgent(Underway call) {
    Optional<AgentCall> agent = agentFor(call);
    if (agent.isEmpty()) {
      return witness.withdraw(call.attempt().id()) ? AttemptOutcome.NO_TAKER : dial(call, false);
    }
    call.waits(agent.get());
    AttemptOutcome outcome = AttemptOutcome.BROKEN_OFF;
    try {
      // Somebody else may have been quicker with an agent of theirs.
      outcome = dial(call, witness.noted(call.attempt().id()).isEmpty());
      boolean alone = call.isLeftByAgent() && outcome == AttemptOutcome.NO_ANSWER;
      return alone ? AttemptOutcome.NO_AGENT : outcome;
    } finally {
      agent.get().end(AgentNews.of(outcome));
    }
  }

  private Optional<AgentCall> agentFor(Underway call) {
    try {
      return agents.find(call.attempt(), call::changed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiallerAwayException(
          "Parley stops before attempt %s is dialled.".formatted(call.attempt().id()), e);
    }
  }

  /// Asks Asterisk to dial.
  ///
  /// @return whether it does so for us; false when it does already
  private boolean ask(Attempt attempt) {
    Callback callback = attempt.callback();
    Optional<String> dialled = trunk.dialString(callback.queue(), callback.number().value());
    if (dialled.isEmpty()) {
      LOG.error("Attempt {} is not dialled: asterisk.trunk.endpoint is not set", attempt.id());
      return true;
    }
    try {
      var _ = ari.post("/channels", originate(attempt), variables(attempt, dialled.get()));
      subscribe(attempt.id());
      return true;
    } catch (AriException e) {
      if (e.status() == 0 || e.status() == 401) {
        throw e;
      }
      // Asterisk has a channel of that name: somebody has just asked for the same attempt.
      return e.status() != 409 && refused(e);
    }
  }

  private static boolean refused(AriException why) {
    LOG.error("Asterisk refuses to dial: {}", why.getMessage());
    return true;
  }

  private Map<String, String> originate(Attempt attempt) {
    Map<String, String> query = new TreeMap<>();
    query.put("endpoint", "Local/" + attempt.id() + "@parley-callback/n");
    query.put("channelId", attempt.id().toString());
    query.put("otherChannelId", Witness.farHalf(attempt.id()));
    query.put("context", "parley-callback-talk");
    query.put("extension", "s");
    query.put("priority", "1");
    query.put("timeout", Long.toString(trunk.ring().plus(ORIGINATE_SPARE).toSeconds()));
    return query;
  }

  private Map<String, String> variables(Attempt attempt, String dialled) {
    return Map.of(
        "PARLEY_DIAL", dialled,
        "PARLEY_RING", Long.toString(trunk.ring().toSeconds()),
        "PARLEY_CALLEE", attempt.callback().number().value(),
        "PARLEY_CALLERID", trunk.callerIdOf(attempt.callback().queue()),
        "PARLEY_ATTEMPT", attempt.id().toString(),
        "PARLEY_APPLICATION", ari.application());
  }

  /// A phone that another process has made ring, and which is picked up from now on, is ours.
  private void takeOver(UUID attempt) {
    LOG.info("Attempt {} was dialled already; following it", attempt);
    witness.bringHere(attempt);
    subscribe(attempt);
  }

  private void subscribe(UUID attempt) {
    try {
      var _ =
          ari.post(
              "/applications/" + ari.application() + "/subscription",
              Map.of("eventSource", "channel:" + attempt));
    } catch (AriException e) {
      LOG.debug("No events of attempt {}: looking tells", attempt, e);
    }
  }

  private void follow(Underway call) {
    boolean interrupted = false;
    int failed = 0;
    while (true) {
      try {
        if (call.isLeftByAgent()) {
          letGo(call);
        }
        if (!witness.isUnderWay(call.attempt().id())) {
          break;
        }
        failed = 0;
      } catch (AriException e) {
        if (++failed == MOST_FAILED_LOOKS) {
          throw e;
        }
      }
      try {
        call.await(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        interrupted = true;
        letGo(call);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the ringing; a talk is left to its own end.
  private void letGo(Underway call) {
    if (!call.isAnswered()) {
      ari.release("/channels/" + call.attempt().id());
    }
  }

  /// Deletes what Asterisk keeps of it. A failure costs a hundred bytes.
  @Override
  public void settled(UUID attempt) {
    try {
      witness.forget(attempt);
    } catch (AmiException e) {
      LOG.info("Asterisk keeps what it knows of attempt {}: {}", attempt, e.getMessage());
    }
  }

  private AttemptOutcome outcome(Underway call, boolean ours) {
    AttemptOutcome talked = call.isAnswered() ? call.awaitTalked(LAST_WORDS) : null;
    if (talked != null) {
      return talked;
    }
    UUID attempt = call.attempt().id();
    return witness.outcome(attempt).orElseGet(() -> ofNote(witness.noted(attempt), ours));
  }

  /// Of a call whose talk nobody has noted.
  ///
  /// @param ours whether it was this process that asked for it
  static AttemptOutcome ofNote(Optional<Noted> note, boolean ours) {
    return switch (note.orElse(null)) {
      case null -> AttemptOutcome.NOT_DIALLED;
      case Noted.Withdrawn _ -> AttemptOutcome.NO_TAKER;
      case Noted.Dialled _ -> AttemptOutcome.BROKEN_OFF;
      // Hung up before a word could be said, or the process that talked has died.
      case Noted.Ended(String status, int _, int _) when status.equals("ANSWER") ->
          ours ? AttemptOutcome.OTHER_PERSON : AttemptOutcome.BROKEN_OFF;
      case Noted.Ended ended -> DialOutcomes.of(ended);
    };
  }
}
