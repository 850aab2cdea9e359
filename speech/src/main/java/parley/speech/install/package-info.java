/// Fetches Vosk's models, checks them and puts them where [parley.speech.recognize.ModelChoice]
/// finds them.
@NullMarked
package parley.speech.install;

import org.jspecify.annotations.NullMarked;
