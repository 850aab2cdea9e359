/// Signatures of mail that goes out (DKIM, RFC 6376 and RFC 8463).
@NullMarked
package parley.mail.dkim;

import org.jspecify.annotations.NullMarked;
