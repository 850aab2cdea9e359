/// When the people of each queue work: weekly hours, holidays, exceptions.
@NullMarked
package parley.callback.hours;

import org.jspecify.annotations.NullMarked;
