/// The values in a mail's header: addresses, identifiers, encoded words and parameters.
@org.jspecify.annotations.NullMarked
package parley.mail.header;
