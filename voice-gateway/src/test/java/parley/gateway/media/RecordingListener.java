package parley.gateway.media;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what comes over a line.
final class RecordingListener implements MediaLink.Listener {
  final List<short[]> frames = new CopyOnWriteArrayList<>();
  final List<String> marks = new CopyOnWriteArrayList<>();
  final List<String> ends = new CopyOnWriteArrayList<>();

  @Override
  public void audio(short[] frame) {
    frames.add(frame);
  }

  @Override
  public void markReached(String mark) {
    marks.add(mark);
  }

  @Override
  public void ended(String why) {
    ends.add(why);
  }
}
