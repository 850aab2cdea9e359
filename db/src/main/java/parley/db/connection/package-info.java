/// The way to a PostgreSQL: address, pool, schema, and what is said when it cannot be had.
@NullMarked
package parley.db.connection;

import org.jspecify.annotations.NullMarked;
