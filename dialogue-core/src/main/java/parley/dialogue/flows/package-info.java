@NullMarked
package parley.dialogue.flows;

import org.jspecify.annotations.NullMarked;
