/// Appointments in PostgreSQL.
@NullMarked
package parley.db.appointment;

import org.jspecify.annotations.NullMarked;
