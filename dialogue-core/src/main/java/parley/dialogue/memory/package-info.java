@NullMarked
package parley.dialogue.memory;

import org.jspecify.annotations.NullMarked;
