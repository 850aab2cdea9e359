@NullMarked
package parley.speech.synthesize;

import org.jspecify.annotations.NullMarked;
