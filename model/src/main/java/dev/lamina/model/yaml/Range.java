package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Item.Scalar;
import java.util.OptionalLong;

/// The whole numbers that a key takes, both ends included.
record Range(long least, long most) {
    /// Users and groups, which Linux keeps in 32 bits.
    static final Range OWNERS = new Range(0, 0xFFFF_FFFFL);

    /// What is no number is left to others.
    ///
    /// @param of what has the key, e.g. ` of service web`
    void check(Scalar value, String key, String of, Problems problems) {
        OptionalLong number = value.type() == Scalar.Type.NUMBER ? Numbers.parse(value.text()) : OptionalLong.empty();
        if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
            problems.add(
                    value.span(),
                    "%s %d%s is not between %d and %d".formatted(key, number.getAsLong(), of, least, most));
        }
    }
}
