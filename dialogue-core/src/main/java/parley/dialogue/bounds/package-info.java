/// Waiting no longer than a caller can.
@NullMarked
package parley.dialogue.bounds;

import org.jspecify.annotations.NullMarked;
