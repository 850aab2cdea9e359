@NullMarked
package parley.dialogue.words;

import org.jspecify.annotations.NullMarked;
