@NullMarked
package parley.dialogue.exchange;

import org.jspecify.annotations.NullMarked;
