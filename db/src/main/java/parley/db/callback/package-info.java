/// Callbacks in PostgreSQL, and db-scheduler, which wakes what is due on one of the nodes.
@NullMarked
package parley.db.callback;

import org.jspecify.annotations.NullMarked;
