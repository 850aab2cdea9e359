package parley.db.callback;

import static org.jooq.impl.DSL.inline;
import static parley.db.jooq.Tables.CALLBACK;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import parley.callback.plan.CallbackState;

/// Which callbacks are not over: a call of theirs is still to be made, or a person has to look.
public final class OpenCallbacks {

  static final Set<CallbackState> STATES =
      EnumSet.of(CallbackState.WAITING, CallbackState.DIALLING, CallbackState.NEEDS_PERSON);

  private OpenCallbacks() {}

  public static Condition all() {
    return in(STATES);
  }

  /// With the states in the statement itself, so that PostgreSQL sees that the index of the open
  /// ones has all of them.
  static Condition in(Collection<CallbackState> states) {
    return CALLBACK.STATE.in(
        states.stream().map(state -> inline(state.name())).collect(Collectors.toList()));
  }
}
