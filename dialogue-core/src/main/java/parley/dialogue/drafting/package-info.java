@NullMarked
package parley.dialogue.drafting;

import org.jspecify.annotations.NullMarked;
