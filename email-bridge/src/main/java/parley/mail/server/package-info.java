/// The way to a mailbox's servers: how they are reached, and by which login.
@NullMarked
package parley.mail.server;

import org.jspecify.annotations.NullMarked;
