package parley.speech.gate;

/// What [SpeechGate] says of one frame of 20 ms.
///
/// @param voice this very frame carries a voice; between syllables it may not
/// @param speaking someone is speaking: from the first confirmed voice until the hangover after the
///   last one; sounds that follow a voice without a break belong to it for 600 ms
/// @param sound something stands out from the line's noise, a voice or not: quieter than what
///   counts as a voice, so that nothing said is lost to those who skip the rest
/// @param levelDbfs the frame's level in decibels below full scale, -100 for digital silence
public record Activity(boolean voice, boolean speaking, boolean sound, double levelDbfs) {}
