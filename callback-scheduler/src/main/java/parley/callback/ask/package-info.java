/// What flows ask of the product's own calendars.
@NullMarked
package parley.callback.ask;

import org.jspecify.annotations.NullMarked;
