/// Invitations in a mail.
@org.jspecify.annotations.NullMarked
package parley.mail.calendar;
