package parley.dialogue.flows;

import java.util.List;

/// What became of one event in a flow: what to remember, and what to do, in order.
public record FlowTurn(FlowMemory memory, List<FlowMove> moves) {
  public FlowTurn {
    moves = List.copyOf(moves);
  }
}
