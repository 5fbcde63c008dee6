package dev.lamina.app.picture;

/// Numbers in pictures: at most two digits behind the point, whatever the language of the computer.
final class Numbers {
    private static final int PARTS = 100;

    private Numbers() {}

    static String text(double value) {
        long parts = Math.round(value * PARTS);
        String sign = parts < 0 ? "-" : "";
        long whole = Math.abs(parts) / PARTS;
        long rest = Math.abs(parts) % PARTS;
        if (rest == 0) {
            return sign + whole;
        }
        String digits = rest % 10 == 0 ? String.valueOf(rest / 10) : rest < 10 ? "0" + rest : String.valueOf(rest);
        return sign + whole + "." + digits;
    }
}
