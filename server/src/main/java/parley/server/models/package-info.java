/// `./parley models`: the speech models of this site.
@NullMarked
package parley.server.models;

import org.jspecify.annotations.NullMarked;
