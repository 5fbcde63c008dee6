/// Makes the formats that systems want of the icons' SVGs, while Lamina is built. It is no part of the program: the
/// jar leaves it out.
@NullMarked
package dev.lamina.icons.build;

import org.jspecify.annotations.NullMarked;
