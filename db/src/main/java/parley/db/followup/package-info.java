/// What conversations have left to be done, in PostgreSQL.
@NullMarked
package parley.db.followup;

import org.jspecify.annotations.NullMarked;
