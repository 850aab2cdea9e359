/// Whether a mail may be answered at all, so that no two machines answer each other for ever.
@org.jspecify.annotations.NullMarked
package parley.mail.loop;
