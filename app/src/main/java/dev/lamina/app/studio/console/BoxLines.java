package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.CellShape.Bend;
import dev.lamina.app.studio.console.CellShape.Box;
import dev.lamina.app.studio.console.CellShape.Slant;
import java.util.ArrayList;
import java.util.List;

/// The lines of Unicode's box drawing characters (U+2500 to U+257F) for one size of cells. Each reaches the edges of
/// its cell, so that it joins its neighbours whatever the font.
final class BoxLines {
    static final int FIRST = 0x2500;
    static final int LAST = 0x257f;

    private static final int DOUBLE = 3;
    private static final int ARCS = 0x256d;
    private static final int SLANTS = 0x2571;

    /// For each character its arms: up, right, down, left; 0 none, 1 light, 2 heavy, 3 double. `-` and `|` are dashed.
    private static final String ARMS = """
        0101 0202 1010 2020 -103 -203 |103 |203 -104 -204 |104 |204 0110 0210 0120 0220
        0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120
        2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212
        0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212
        2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 -102 -202 |102 |202
        0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130
        3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000
        0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010
        """;

    private static final String[] TABLE = ARMS.strip().split("\\s+");

    private final int width;
    private final int height;
    private final int light;

    /// @param light how thick thin lines are
    BoxLines(int width, int height, int light) {
        this.width = width;
        this.height = height;
        this.light = light;
    }

    List<CellShape> of(int codePoint) {
        if (codePoint >= SLANTS && codePoint < SLANTS + 3) {
            return slants(codePoint - SLANTS);
        }
        if (codePoint >= ARCS && codePoint < SLANTS) {
            return List.of(arc(codePoint - ARCS));
        }
        String arms = TABLE[codePoint - FIRST];
        return arms.startsWith("-") || arms.startsWith("|") ? dashes(arms) : arms(arms);
    }

    private List<CellShape> slants(int which) {
        CellShape up = new Slant(0, height, width, 0, light);
        CellShape down = new Slant(0, 0, width, height, light);
        return switch (which) {
            case 0 -> List.of(up);
            case 1 -> List.of(down);
            default -> List.of(up, down);
        };
    }

    /// 0 joins down and right, then clockwise from there.
    private CellShape arc(int which) {
        double x = middle(width) + light / 2.0;
        double y = middle(height) + light / 2.0;
        boolean down = which < 2;
        boolean right = which == 0 || which == 3;
        return new Bend(x, down ? height : 0, x, y, right ? width : 0, y, light);
    }

    private List<CellShape> dashes(String how) {
        boolean across = how.charAt(0) == '-';
        int thick = thickness(how.charAt(1) - '0');
        int count = how.charAt(3) - '0';
        int length = across ? width : height;
        int gap = Math.max(1, length / count / 3);
        List<CellShape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = length * i / count;
            int to = length * (i + 1) / count - gap;
            shapes.add(box(across, from, Math.max(from + 1, to), (across ? height : width) - thick >> 1, thick));
        }
        return shapes;
    }

    private List<CellShape> arms(String arms) {
        int up = arms.charAt(0) - '0';
        int right = arms.charAt(1) - '0';
        int down = arms.charAt(2) - '0';
        int left = arms.charAt(3) - '0';
        List<CellShape> shapes = new ArrayList<>();
        new Arm(false, false, up, left, right, down).draw(shapes);
        new Arm(true, true, right, up, down, left).draw(shapes);
        new Arm(false, true, down, left, right, up).draw(shapes);
        new Arm(true, false, left, up, down, right).draw(shapes);
        return shapes;
    }

    private int middle(int length) {
        return length - light >> 1;
    }

    private int thickness(int weight) {
        return weight == 2 ? light * 2 : light;
    }

    private static Box box(boolean across, int from, int to, int at, int thick) {
        return across ? new Box(from, at, to - from, thick, 1) : new Box(at, from, thick, to - from, 1);
    }

    /// A line from the middle of the cell to one edge.
    ///
    /// @param across whether it lies
    /// @param forward whether it leads to the right or down
    /// @param before the arm at its upper or left side
    /// @param after the arm at its lower or right side
    private record Arms(boolean across, boolean forward, int weight, int before, int after, int opposite) {}

    private final class Arm {
        private final Arms arms;
        private final int length;
        private final int middle;
        private final int side;

        Arm(boolean across, boolean forward, int weight, int before, int after, int opposite) {
            this.arms = new Arms(across, forward, weight, before, after, opposite);
            this.length = across ? width : height;
            this.middle = middle(length);
            this.side = across ? height : width;
        }

        void draw(List<CellShape> shapes) {
            if (arms.weight() == DOUBLE) {
                shapes.add(line(strand(arms.before(), arms.after()), middle(side) - light, light));
                shapes.add(line(strand(arms.after(), arms.before()), middle(side) + light, light));
            } else if (arms.weight() > 0) {
                int thick = thickness(arms.weight());
                shapes.add(line(single(), side - thick >> 1, thick));
            }
        }

        private CellShape line(int inner, int at, int thick) {
            return arms.forward()
                    ? box(arms.across(), inner, length, at, thick)
                    : box(arms.across(), 0, inner, at, thick);
        }

        /// Where a single line begins: a double line that crosses is met at its nearer side, one that turns at its
        /// farther side.
        private int single() {
            int before = arms.before();
            int after = arms.after();
            if (arms.opposite() > 0) {
                return from(0);
            }
            if (before == DOUBLE && after == DOUBLE) {
                return from(1);
            }
            if (before == DOUBLE || after == DOUBLE) {
                return from(-1);
            }
            int thick = thickness(Math.max(before, after));
            int start = length - thick >> 1;
            return arms.forward() ? start : start + thick;
        }

        /// Where one of two lines begins.
        ///
        /// @param near the arm at its side
        private int strand(int near, int far) {
            if (near == DOUBLE) {
                return from(1);
            }
            return from(near == 0 && far == DOUBLE ? -1 : 0);
        }

        /// The middle, or so many lines farther on.
        private int from(int lines) {
            return arms.forward() ? middle + lines * light : middle + light - lines * light;
        }
    }
}
