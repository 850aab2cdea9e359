/// Whether a mail may be answered at all, so that no two machines answer each other for ever.
@NullMarked
package parley.mail.loop;

import org.jspecify.annotations.NullMarked;
