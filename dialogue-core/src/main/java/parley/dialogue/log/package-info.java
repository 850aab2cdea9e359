@NullMarked
package parley.dialogue.log;

import org.jspecify.annotations.NullMarked;
