/// Files in a mail: where they are kept, what they say, and whether they are harmless.
@org.jspecify.annotations.NullMarked
package parley.mail.attachment;
