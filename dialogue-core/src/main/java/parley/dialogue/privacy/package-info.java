@NullMarked
package parley.dialogue.privacy;

import org.jspecify.annotations.NullMarked;
