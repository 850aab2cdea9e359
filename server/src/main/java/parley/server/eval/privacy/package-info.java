/// `./parley eval privacy`: how well personal data is found.
@NullMarked
package parley.server.eval.privacy;

import org.jspecify.annotations.NullMarked;
