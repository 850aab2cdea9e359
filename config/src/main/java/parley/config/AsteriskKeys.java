package parley.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.config.Settings.AsteriskMode;
import parley.config.Settings.MediaTransport;

/// Asterisk and the doors that it uses: `asterisk`, `media`, `agi`.
final class AsteriskKeys {

  private static final KeyList KEYS = new KeyList();

  static final Key<AsteriskMode> ASTERISK_MODE =
      KEYS.with(
          "asterisk.mode",
          "private",
          Kinds.oneOf(AsteriskMode.class),
          "private: Parley runs an Asterisk of its own; external: the site runs one.");
  static final Key<String> ASTERISK_HOST =
      KEYS.with(
          "asterisk.host",
          "127.0.0.1",
          Kinds.host(),
          "Where ARI and AMI are reached; the private Asterisk is always on this machine.");
  static final Key<Integer> ASTERISK_HTTP_PORT =
      KEYS.with(
          "asterisk.http-port",
          "8088",
          port(),
          "ARI and the media websockets; their only key is a random name, so keep strangers away from it.");
  static final Key<String> ASTERISK_ARI_USER =
      KEYS.with("asterisk.ari-user", "parley", Kinds.word(), "The user in ari.conf.");
  static final Key<Secret> ASTERISK_ARI_PASSWORD =
      KEYS.without(
          "asterisk.ari-password",
          Kinds.secret(),
          "Made up for the private Asterisk when not set; an external one needs it.");
  static final Key<Integer> ASTERISK_AMI_PORT =
      KEYS.with(
          "asterisk.ami-port", "5038", port(), "AMI, for originate, device state and redirect.");
  static final Key<String> ASTERISK_AMI_USER =
      KEYS.with("asterisk.ami-user", "parley", Kinds.word(), "The user in manager.conf.");
  static final Key<Secret> ASTERISK_AMI_PASSWORD =
      KEYS.without(
          "asterisk.ami-password",
          Kinds.secret(),
          "Made up for the private Asterisk when not set; an external one needs it.");
  static final Key<String> ASTERISK_SIP_BIND =
      KEYS.with(
          "asterisk.sip-bind",
          "127.0.0.1",
          Kinds.address(),
          "The address that phones reach; loopback keeps them on this machine.");
  static final Key<Integer> ASTERISK_SIP_PORT =
      KEYS.with(
          "asterisk.sip-port", "5060", port(), "SIP over UDP. 5060 is what phones try first.");
  static final Key<Integer> ASTERISK_RTP_LOW =
      KEYS.with(
          "asterisk.rtp-low",
          "10000",
          Kinds.whole(1024, 65000),
          "First UDP port for audio; a call with an agent takes four.");
  static final Key<Integer> ASTERISK_RTP_HIGH =
      KEYS.with(
          "asterisk.rtp-high",
          "10999",
          Kinds.whole(1025, 65535),
          "Last UDP port for audio; open this range in a firewall.");
  static final Key<String> ASTERISK_EXTENSION =
      KEYS.with(
          "asterisk.extension",
          "1000",
          Kinds.extension(),
          "The number that reaches Parley in the dialplan.");
  static final Key<String> ASTERISK_APPLICATION =
      KEYS.with(
          "asterisk.application",
          "parley",
          Kinds.matching(
              "1 to 20 small letters and digits, starting with a letter", "[a-z][a-z0-9]{0,19}"),
          "The Stasis application; each Parley on one Asterisk needs its own.");
  static final Key<Duration> ASTERISK_REQUEST_TIMEOUT =
      KEYS.with(
          "asterisk.request-timeout",
          "5s",
          Kinds.time("500ms", "60s"),
          "How long one ARI request may take before the call goes to the fallback.");
  static final Key<MediaTransport> MEDIA_TRANSPORT =
      KEYS.with(
          "media.transport",
          "auto",
          Kinds.oneOf(MediaTransport.class),
          "auto takes websocket where Asterisk has chan_websocket, else audiosocket.");
  static final Key<Integer> MEDIA_SAMPLE_RATE =
      KEYS.with(
          "media.sample-rate-hz",
          "8000",
          Kinds.oneOf(8000, 16000),
          "Audio between Asterisk and Parley; telephone lines carry 8000.");
  static final Key<String> MEDIA_AUDIO_SOCKET_BIND =
      KEYS.with(
          "media.audio-socket-bind",
          "127.0.0.1",
          Kinds.address(),
          "Where Parley listens for AudioSocket.");
  static final Key<String> MEDIA_AUDIO_SOCKET_HOST =
      KEYS.with(
          "media.audio-socket-host",
          "127.0.0.1",
          Kinds.host(),
          "Where Asterisk reaches that port; differs when Asterisk is on another machine.");
  static final Key<Integer> MEDIA_AUDIO_SOCKET_PORT =
      KEYS.with("media.audio-socket-port", "9092", port(), "The AudioSocket port.");
  static final Key<Boolean> AGI_ENABLED =
      KEYS.with(
          "agi.enabled",
          "true",
          Kinds.trueOrFalse(),
          "Whether dialplans may enter by AGI(agi://HOST/call).");
  static final Key<String> AGI_BIND =
      KEYS.with("agi.bind", "127.0.0.1", Kinds.address(), "Where Parley listens for FastAGI.");
  static final Key<Integer> AGI_PORT = KEYS.with("agi.port", "4573", port(), "The FastAGI port.");
  static final Key<Set<String>> AGI_ALLOWED =
      KEYS.with(
          "agi.allowed", "127.0.0.1", Kinds.addresses(), "Who may knock; FastAGI has no password.");

  private AsteriskKeys() {}

  static List<Key<?>> all() {
    return KEYS.all();
  }

  private static Kind<Integer> port() {
    return Kinds.whole(1, 65535);
  }
}
