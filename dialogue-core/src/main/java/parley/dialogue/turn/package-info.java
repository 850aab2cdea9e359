@NullMarked
package parley.dialogue.turn;

import org.jspecify.annotations.NullMarked;
