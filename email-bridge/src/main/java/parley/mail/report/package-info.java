/// What mail servers and programs tell about a mail that was sent: bounces and read receipts.
@org.jspecify.annotations.NullMarked
package parley.mail.report;
