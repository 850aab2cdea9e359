/// Mail out: replies wait in a table until a server has taken them, each as far as possible once.
@NullMarked
package parley.mail.outbox;

import org.jspecify.annotations.NullMarked;
