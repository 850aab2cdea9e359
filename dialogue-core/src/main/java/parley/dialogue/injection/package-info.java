/// Texts from outside on their way to a language model: made harmless and fenced in by
/// [parley.dialogue.injection.UntrustedText], and looked at for attempts to give orders by
/// [parley.dialogue.injection.InjectionDetector].
@NullMarked
package parley.dialogue.injection;

import org.jspecify.annotations.NullMarked;
