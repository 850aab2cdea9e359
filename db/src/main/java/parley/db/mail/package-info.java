/// Mail in PostgreSQL: what was received, what is to be sent, and the threads.
@NullMarked
package parley.db.mail;

import org.jspecify.annotations.NullMarked;
