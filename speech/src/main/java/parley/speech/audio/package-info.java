@NullMarked
package parley.speech.audio;

import org.jspecify.annotations.NullMarked;
