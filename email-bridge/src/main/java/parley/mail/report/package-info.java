/// What mail servers and programs tell about a mail that was sent: bounces and read receipts.
@NullMarked
package parley.mail.report;

import org.jspecify.annotations.NullMarked;
