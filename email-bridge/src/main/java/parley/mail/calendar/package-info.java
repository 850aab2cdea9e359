/// Invitations in a mail.
@NullMarked
package parley.mail.calendar;

import org.jspecify.annotations.NullMarked;
