/// Whose time can be had when: the people and rooms of config/appointments.yaml.
@NullMarked
package parley.callback.calendar;

import org.jspecify.annotations.NullMarked;
