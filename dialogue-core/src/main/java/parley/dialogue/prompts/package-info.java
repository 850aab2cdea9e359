@NullMarked
package parley.dialogue.prompts;

import org.jspecify.annotations.NullMarked;
