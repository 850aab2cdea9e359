package parley.server.channel;

/// What one part of a line does to sound. It may remember what went before, so each recording gets
/// effects of its own. Thread: one owner.
interface Effect {

  /// Gives the frame of 20 ms as it comes out; the one given stays as it is.
  short[] pass(short[] frame);
}
