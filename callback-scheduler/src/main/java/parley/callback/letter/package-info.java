/// What people are told about appointments, and when.
@NullMarked
package parley.callback.letter;

import org.jspecify.annotations.NullMarked;
