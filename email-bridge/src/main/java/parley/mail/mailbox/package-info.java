/// Mail in: a folder on a server is watched, and each mail in it taken exactly once.
@NullMarked
package parley.mail.mailbox;

import org.jspecify.annotations.NullMarked;
