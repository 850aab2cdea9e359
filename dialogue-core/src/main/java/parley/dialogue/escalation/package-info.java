@NullMarked
package parley.dialogue.escalation;

import org.jspecify.annotations.NullMarked;
