/// Audio to words, words to audio.
@NullMarked
package parley.speech;

import org.jspecify.annotations.NullMarked;
