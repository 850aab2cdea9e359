@NullMarked
package parley.dialogue.services;

import org.jspecify.annotations.NullMarked;
