@NullMarked
package parley.dialogue.knowledge;

import org.jspecify.annotations.NullMarked;
