@NullMarked
package parley.dialogue.files;

import org.jspecify.annotations.NullMarked;
