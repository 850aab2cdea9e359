@NullMarked
package parley.dialogue.understanding;

import org.jspecify.annotations.NullMarked;
