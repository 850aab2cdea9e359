@NullMarked
package parley.dialogue.documents;

import org.jspecify.annotations.NullMarked;
