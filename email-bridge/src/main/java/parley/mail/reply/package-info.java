/// The mail that answers a mail, as bytes.
@org.jspecify.annotations.NullMarked
package parley.mail.reply;
