/// When a thread that waits is followed up, closed, or a person reminded. Pure.
@NullMarked
package parley.mail.followup;

import org.jspecify.annotations.NullMarked;
