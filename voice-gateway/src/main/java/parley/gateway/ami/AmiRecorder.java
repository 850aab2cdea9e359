package parley.gateway.ami;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.gateway.ari.Recorder;

/// Records calls with MixMonitor into `folder/YYYY/MM/DD/CALL.wav`, 8000 Hz 16-bit mono, both sides
/// mixed. Asterisk writes the file, so the folder is one that Asterisk sees under the same name.
public final class AmiRecorder implements Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(AmiRecorder.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final AmiControl ami;
  private final Path folder;
  private final Clock clock;
  private final ZoneId zone;

  public AmiRecorder(AmiControl ami, Path folder, Clock clock, ZoneId zone) {
    this.ami = ami;
    this.folder = folder.toAbsolutePath();
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Optional<String> start(String channelName, String call) {
    String path = DAY.format(clock.instant().atZone(zone)) + "/" + call + ".wav";
    try {
      ami.mixMonitor(channelName, folder.resolve(path).toString());
      return Optional.of(path);
    } catch (AmiException e) {
      LOG.error("This call is not recorded: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
