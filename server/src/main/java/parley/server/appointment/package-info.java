/// Appointments on the command line, and their letters by mail.
@NullMarked
package parley.server.appointment;

import org.jspecify.annotations.NullMarked;
