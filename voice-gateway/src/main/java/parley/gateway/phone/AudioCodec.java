package parley.gateway.phone;

import java.util.Arrays;
import parley.speech.audio.G711;

/// The two telephone codings as RTP carries them: one byte a sample at 8000 Hz (RFC 3551).
enum AudioCodec {
  PCMU(Sdp.PCMU, (byte) 0xFF) {
    @Override
    byte[] encode(short[] samples) {
      return G711.toMuLaw(samples);
    }

    @Override
    short[] decode(byte[] payload) {
      return G711.fromMuLaw(payload);
    }
  },
  PCMA(Sdp.PCMA, (byte) 0xD5) {
    @Override
    byte[] encode(short[] samples) {
      return G711.toALaw(samples);
    }

    @Override
    short[] decode(byte[] payload) {
      return G711.fromALaw(payload);
    }
  };

  /// The RTP payload type.
  final int payloadType;

  private final byte quiet;

  AudioCodec(int payloadType, byte quiet) {
    this.payloadType = payloadType;
    this.quiet = quiet;
  }

  static AudioCodec ofPayloadType(int type) {
    return type == Sdp.PCMA ? PCMA : PCMU;
  }

  abstract byte[] encode(short[] samples);

  abstract short[] decode(byte[] payload);

  /// 20 ms of no sound.
  byte[] silence() {
    byte[] frame = new byte[Voicing.FRAME_SAMPLES];
    Arrays.fill(frame, quiet);
    return frame;
  }
}
