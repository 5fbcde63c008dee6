package dev.lamina.app.cli;

import java.util.Locale;
import java.util.OptionalLong;

/// A step as one row: label, bar, share, bytes, rate, time left; less of it where the terminal is narrow.
///
/// @param total bytes, when known
/// @param begun and other times in nanoseconds of one clock
record ProgressRow(String label, OptionalLong total, long done, long begun) {
    private static final int BAR = 24;
    private static final int MIN_LABEL = 16;

    ProgressRow(String label, OptionalLong total, long begun) {
        this(label, total, 0, begun);
    }

    ProgressRow advance(long bytes) {
        return new ProgressRow(label, total, done + bytes, begun);
    }

    String text(int columns, long now) {
        // The last column stays free: some terminals wrap when it is written.
        int width = columns - 1;
        for (String facts : new String[] {bar() + amount() + rate(now), amount() + rate(now), amount()}) {
            if (facts.length() + MIN_LABEL <= width) {
                return fit(label, Math.min(label.length(), width - facts.length())) + facts;
            }
        }
        return fit(label, Math.min(label.length(), width));
    }

    private static String fit(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    private double share() {
        return total.isPresent() && total.getAsLong() > 0 ? Math.min(1.0, (double) done / total.getAsLong()) : 0;
    }

    private String bar() {
        if (total.isEmpty()) {
            return "";
        }
        int full = (int) Math.round(share() * BAR);
        return "  [" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private String amount() {
        if (total.isEmpty()) {
            return done == 0 ? "" : "  " + Bytes.text(done);
        }
        return String.format(Locale.ROOT, "  %3.0f %%  ", Math.floor(share() * 100))
                + Bytes.text(done)
                + " of "
                + Bytes.text(total.getAsLong());
    }

    private String rate(long now) {
        double seconds = (now - begun) / 1e9;
        if (done == 0 || seconds < 0.5) {
            return "";
        }
        double rate = done / seconds;
        String left = total.isPresent() ? "  " + Bytes.seconds((total.getAsLong() - done) / rate) + " left" : "";
        return "  " + Bytes.text((long) rate) + "/s" + left;
    }
}
