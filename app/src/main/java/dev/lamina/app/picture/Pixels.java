package dev.lamina.app.picture;

import java.util.Arrays;
import java.util.List;

/// Paints areas with smooth edges. Only sums, products and roots, so that it is the same on every
/// processor.
///
/// Of each row and pixel it adds up how much of it lies to the right of the edges of an area, with a sign
/// for edges that go up or down; from left to right the sums are how much of each pixel is covered. Of
/// areas of one call that overlap the one counts that covers more: so pieces of a line make no knots where
/// they meet.
final class Pixels {
    /// What covers less cannot be seen.
    private static final float LEAST = 0.002f;

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final float[] cover;
    private final float[] alpha;
    private int left;
    private int right;
    private int top;
    private int bottom;

    Pixels(int width, int height, Colour paper) {
        this.width = width;
        this.height = height;
        this.rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        this.cover = new float[(width + 2) * height];
        this.alpha = new float[width * height];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) paper.red();
            rgb[i + 1] = (byte) paper.green();
            rgb[i + 2] = (byte) paper.blue();
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Red, green and blue of each pixel, row by row.
    byte[] rgb() {
        return rgb;
    }

    /// @param polygons each x and y in turn, closed by itself
    void paint(List<double[]> polygons, Colour colour) {
        int allLeft = width;
        int allRight = 0;
        int allTop = height;
        int allBottom = 0;
        for (double[] polygon : polygons) {
            cover(polygon);
            allLeft = Math.min(allLeft, left);
            allRight = Math.max(allRight, right);
            allTop = Math.min(allTop, top);
            allBottom = Math.max(allBottom, bottom);
        }
        for (int y = allTop; y < allBottom; y++) {
            mix(y * width + allLeft, y * width + allRight, colour);
        }
    }

    private void cover(double[] polygon) {
        left = width;
        right = 0;
        top = height;
        bottom = 0;
        int last = polygon.length - 2;
        for (int i = 0; i < polygon.length; i += 2) {
            int before = i == 0 ? last : i - 2;
            edge(polygon[before], polygon[before + 1], polygon[i], polygon[i + 1]);
        }
        for (int y = top; y < bottom; y++) {
            sum(y);
        }
    }

    private void edge(double x0, double y0, double x1, double y1) {
        left = Math.clamp((long) Math.floor(Math.min(x0, x1)), 0, left);
        right = Math.clamp((long) Math.ceil(Math.max(x0, x1)) + 1, right, width);
        if (y0 == y1) {
            return;
        }
        double sign = y0 < y1 ? 1 : -1;
        double highX = y0 < y1 ? x0 : x1;
        double high = Math.min(y0, y1);
        double low = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        int first = (int) Math.max(0, Math.floor(high));
        int end = (int) Math.min(height, Math.ceil(low));
        top = Math.min(top, first);
        bottom = Math.max(bottom, end);
        for (int y = first; y < end; y++) {
            double from = Math.max(high, y);
            double to = Math.min(low, y + 1);
            if (to > from) {
                double a = highX + (from - high) * slope;
                double b = highX + (to - high) * slope;
                slice(y, Math.min(a, b), Math.max(a, b), sign * (to - from));
            }
        }
    }

    /// A piece of an edge within one row.
    private void slice(int y, double a, double b, double amount) {
        double from = Math.clamp(a, 0, width);
        double to = Math.clamp(b, 0, width);
        int row = y * (width + 2);
        int first = (int) from;
        int last = (int) to;
        if (first == last || to == from) {
            double covered = 1 - ((from + to) / 2 - first);
            cover[row + first] += (float) (amount * covered);
            cover[row + first + 1] += (float) (amount * (1 - covered));
            return;
        }
        double each = amount / (to - from);
        double done = 0;
        for (int x = first; x <= last; x++) {
            double begin = Math.max(from, x);
            double end = Math.min(to, x + 1);
            if (end > begin) {
                double part = each * (end - begin);
                double covered = 1 - ((begin + end) / 2 - x);
                cover[row + x] += (float) (part * covered);
                cover[row + x + 1] += (float) (part * (1 - covered));
                done += part;
            }
        }
        cover[row + last] += (float) (amount - done);
    }

    private void sum(int y) {
        int row = y * (width + 2);
        float sum = 0;
        for (int x = left; x < right; x++) {
            sum += cover[row + x];
            int at = y * width + x;
            alpha[at] = Math.max(alpha[at], Math.min(1, Math.abs(sum)));
        }
        Arrays.fill(cover, row + left, row + right + 2, 0);
    }

    private void mix(int from, int to, Colour colour) {
        for (int i = from; i < to; i++) {
            if (alpha[i] > LEAST) {
                rgb[3 * i] = mixed(rgb[3 * i], colour.red(), alpha[i]);
                rgb[3 * i + 1] = mixed(rgb[3 * i + 1], colour.green(), alpha[i]);
                rgb[3 * i + 2] = mixed(rgb[3 * i + 2], colour.blue(), alpha[i]);
            }
            alpha[i] = 0;
        }
    }

    private static byte mixed(byte before, int colour, float alpha) {
        int old = before & 0xff;
        return (byte) Math.round(old + (colour - old) * alpha);
    }
}
