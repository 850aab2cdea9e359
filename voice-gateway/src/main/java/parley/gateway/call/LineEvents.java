package parley.gateway.call;

import java.util.function.Consumer;
import parley.gateway.media.MediaLink;

/// Brings what comes over the audio line to the call's mailbox. Thread: the connection's.
record LineEvents(Consumer<CallEvent> mailbox) implements MediaLink.Listener {
  @Override
  public void audio(short[] frame) {
    mailbox.accept(new CallEvent.Audio(frame));
  }

  @Override
  public void markReached(String mark) {
    mailbox.accept(new CallEvent.MarkReached(mark));
  }

  @Override
  public void ended(String why) {
    mailbox.accept(new CallEvent.MediaEnded(why));
  }
}
