@NullMarked
package parley.dialogue.consistency;

import org.jspecify.annotations.NullMarked;
