/// The words of a mail: characters from bytes, lines from HTML, and what the sender wrote anew.
@org.jspecify.annotations.NullMarked
package parley.mail.text;
