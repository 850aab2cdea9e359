/// What a number is: whether it can exist, and which clocks its owner may live by.
@NullMarked
package parley.callback.zone;

import org.jspecify.annotations.NullMarked;
