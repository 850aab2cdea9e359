/// What a mail is: read from its bytes, within limits.
@org.jspecify.annotations.NullMarked
package parley.mail.message;
