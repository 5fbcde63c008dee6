package dev.lamina.assembler.packages.index;

import java.util.Comparator;

/// Which of two versions is the newer one, as Debian orders them (deb-version(7)).
final class DebianVersion {
    static final Comparator<String> ORDER = DebianVersion::compare;

    private DebianVersion() {}

    private static int compare(String a, String b) {
        int epochs = Long.compare(epoch(a), epoch(b));
        if (epochs != 0) {
            return epochs;
        }
        int upstreams = comparePart(upstream(a), upstream(b));
        return upstreams != 0 ? upstreams : comparePart(revision(a), revision(b));
    }

    private static long epoch(String version) {
        int colon = version.indexOf(':');
        return colon < 0 ? 0 : number(version.substring(0, colon));
    }

    private static String upstream(String version) {
        String rest = version.substring(version.indexOf(':') + 1);
        int dash = rest.lastIndexOf('-');
        return dash < 0 ? rest : rest.substring(0, dash);
    }

    private static String revision(String version) {
        int dash = version.lastIndexOf('-');
        return dash < 0 ? "" : version.substring(dash + 1);
    }

    /// By turns a stretch of other characters and a number.
    private static int comparePart(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            while (isOther(a, i) || isOther(b, j)) {
                int order = Integer.compare(weight(a, i), weight(b, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int endOfA = endOfNumber(a, i);
            int endOfB = endOfNumber(b, j);
            int order = Long.compare(number(a.substring(i, endOfA)), number(b.substring(j, endOfB)));
            if (order != 0) {
                return order;
            }
            i = endOfA;
            j = endOfB;
        }
        return 0;
    }

    private static boolean isOther(String text, int at) {
        return at < text.length() && !isDigit(text.charAt(at));
    }

    /// `~` comes before everything, also before the end; letters before other characters.
    private static int weight(String text, int at) {
        if (!isOther(text, at)) {
            return 0;
        }
        char c = text.charAt(at);
        if (c == '~') {
            return -1;
        }
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? c : c + 256;
    }

    private static int endOfNumber(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long number(String digits) {
        String shortened = digits.length() > 18 ? digits.substring(digits.length() - 18) : digits;
        return shortened.isEmpty() || !shortened.chars().allMatch(c -> isDigit((char) c))
                ? 0
                : Long.parseLong(shortened);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
