@NullMarked
package parley.dialogue;

import org.jspecify.annotations.NullMarked;
