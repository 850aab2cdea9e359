@NullMarked
package parley.dialogue.trial;

import org.jspecify.annotations.NullMarked;
