@NullMarked
package parley.dialogue.ending;

import org.jspecify.annotations.NullMarked;
