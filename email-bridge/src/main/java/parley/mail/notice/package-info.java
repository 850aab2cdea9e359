@NullMarked
package parley.mail.notice;

import org.jspecify.annotations.NullMarked;
