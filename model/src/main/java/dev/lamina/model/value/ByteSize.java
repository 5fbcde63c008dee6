package dev.lamina.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes that users write as `512M` or `1.5 GiB`. Units are powers of 1024.
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    private static final String UNITS = "KMGTPE";
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,19}(?:\\.[0-9]{1,9})?) ?(?:([KMGTPE])I?)?B?", Pattern.CASE_INSENSITIVE);

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    /// Reads `4096`, `64k`, `512M`, `1.5GiB` or `2 TB`, in any letter case; empty for anything else, for a part of a
    /// byte and for what does not fit into 63 bits.
    public static Optional<ByteSize> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int power = form.group(2) == null ? 0 : UNITS.indexOf(form.group(2).toUpperCase(Locale.ROOT)) + 1;
        BigDecimal bytes = new BigDecimal(form.group(1)).multiply(new BigDecimal(BigInteger.TWO.pow(10 * power)));
        try {
            return Optional.of(new ByteSize(bytes.longValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// The shortest exact form that [#parse(String)] reads, e.g. `512M`; plain bytes when no unit fits.
    public String exact() {
        int power = bytes == 0 ? 0 : Math.min(UNITS.length(), Long.numberOfTrailingZeros(bytes) / 10);
        return power == 0 ? Long.toString(bytes) : (bytes >> (10 * power)) + UNITS.substring(power - 1, power);
    }

    /// For readers, with at most one digit after the point: `1.5 GiB`.
    @Override
    public String toString() {
        int power = bytes == 0 ? 0 : Math.min(UNITS.length(), (63 - Long.numberOfLeadingZeros(bytes)) / 10);
        if (power == 0) {
            return bytes + " bytes";
        }
        String number = new BigDecimal(bytes)
                .divide(new BigDecimal(BigInteger.TWO.pow(10 * power)), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return number + " " + UNITS.charAt(power - 1) + "iB";
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }
}
