package parley.gateway.media;

/// The kinds of AudioSocket frames: kind (1 byte), length (2 bytes, big-endian), payload.
///
/// Source: Asterisk 22, res_audiosocket.
final class AudioSocketFrame {
  static final int KIND_HANGUP = 0x00;
  static final int KIND_UUID = 0x01;
  static final int KIND_DTMF = 0x03;

  /// 16-bit little-endian mono at 8000 Hz.
  static final int KIND_AUDIO_8K = 0x10;

  /// The same at 16000 Hz.
  static final int KIND_AUDIO_16K = 0x12;

  static final int KIND_ERROR = 0xff;

  private AudioSocketFrame() {}

  static int audioKind(int sampleRateHz) {
    return sampleRateHz == 16_000 ? KIND_AUDIO_16K : KIND_AUDIO_8K;
  }
}
