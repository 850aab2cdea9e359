@NullMarked
package parley.dialogue.call;

import org.jspecify.annotations.NullMarked;
