/// Words that may be kept as they were said only where nobody reads them without the key.
@NullMarked
package parley.dialogue.sealing;

import org.jspecify.annotations.NullMarked;
