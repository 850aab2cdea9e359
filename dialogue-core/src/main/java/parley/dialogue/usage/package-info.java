@NullMarked
package parley.dialogue.usage;

import org.jspecify.annotations.NullMarked;
