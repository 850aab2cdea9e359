/// `./parley mail`: what an operator sees of mail, and does about it.
@NullMarked
package parley.server.mail;

import org.jspecify.annotations.NullMarked;
