@NullMarked
package parley.dialogue.conclusion;

import org.jspecify.annotations.NullMarked;
