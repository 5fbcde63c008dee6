/// Pictures of a composition for documents and slides, without a toolkit: cards in the layers of the
/// system, as a few simple figures, which one class per format writes down. The same composition gives the
/// same bytes everywhere.
@NullMarked
package dev.lamina.app.picture;

import org.jspecify.annotations.NullMarked;
