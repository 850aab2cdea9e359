@NullMarked
package parley.dialogue.entities;

import org.jspecify.annotations.NullMarked;
