package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.fs.tar.TarHeader.InvalidHeaderException;
import dev.lamina.assembler.io.GuestText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The records of a PAX extended header: `LENGTH KEY=VALUE\n`, where the length counts the whole record. Values are
/// kept as bytes, since extended attributes are binary.
final class PaxRecords {
    static final String XATTR = "SCHILY.xattr.";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern TIME = Pattern.compile("(-?[0-9]{1,18})(\\.[0-9]*)?");

    private PaxRecords() {}

    /// Adds the records in `data` to `records`; a later one replaces an earlier one.
    static void decode(byte[] data, Map<String, byte[]> records) throws InvalidHeaderException {
        int at = 0;
        while (at < data.length && data[at] != 0) {
            int blank = indexOf(data, ' ', at, Math.min(data.length, at + 8));
            int length = decimal(data, at, blank);
            int end = at + length;
            if (end > data.length || end <= blank + 1 || data[end - 1] != '\n') {
                throw new InvalidHeaderException("the length of an extended header's record is wrong");
            }
            int equals = indexOf(data, '=', blank + 1, end);
            String key = GuestText.decode(Arrays.copyOfRange(data, blank + 1, equals));
            records.put(key, Arrays.copyOfRange(data, equals + 1, end - 1));
            at = end;
        }
    }

    private static int indexOf(byte[] data, char wanted, int from, int to) throws InvalidHeaderException {
        for (int i = from; i < to; i++) {
            if (data[i] == wanted) {
                return i;
            }
        }
        throw new InvalidHeaderException("an extended header is malformed");
    }

    private static int decimal(byte[] data, int from, int to) throws InvalidHeaderException {
        try {
            return Integer.parseUnsignedInt(new String(data, from, to - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new InvalidHeaderException("an extended header is malformed");
        }
    }

    static byte[] encode(Map<String, byte[]> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach((key, value) -> {
            byte[] name = GuestText.encode(key);
            int rest = name.length + value.length + 3; // blank, equals sign, end of line
            int length = rest + digits(rest);
            length = rest + digits(length);
            out.writeBytes((length + " ").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(name);
            out.write('=');
            out.writeBytes(value);
            out.write('\n');
        });
        return out.toByteArray();
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    /// The extended attributes among the records.
    static Map<String, byte[]> xattrs(Map<String, byte[]> records) {
        Map<String, byte[]> xattrs = new LinkedHashMap<>();
        records.forEach((key, value) -> {
            if (key.startsWith(XATTR) && key.length() > XATTR.length()) {
                xattrs.put(key.substring(XATTR.length()), value);
            }
        });
        return xattrs;
    }

    /// What the records say, or else the header.
    static long number(Map<String, byte[]> records, String key, long otherwise) throws InvalidHeaderException {
        if (!records.containsKey(key)) {
            return otherwise;
        }
        String text = text(records, key);
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidHeaderException("an extended header's " + key + " is no number");
        }
        return Long.parseLong(text);
    }

    /// As [#number]; fractions are left out.
    static long time(Map<String, byte[]> records, long otherwise) throws InvalidHeaderException {
        if (!records.containsKey("mtime")) {
            return otherwise;
        }
        var match = TIME.matcher(text(records, "mtime"));
        if (!match.matches()) {
            throw new InvalidHeaderException("an extended header's mtime is no time");
        }
        long seconds = Long.parseLong(match.group(1));
        boolean roundUp = match.group(1).startsWith("-")
                && match.group(2) != null
                && match.group(2).matches(".*[1-9].*");
        return roundUp ? seconds - 1 : seconds;
    }

    static String text(Map<String, byte[]> records, String key) {
        byte[] value = records.get(key);
        return value == null ? "" : GuestText.decode(value);
    }

    /// What is no extended attribute and is of no use for reading.
    static Map<String, String> others(Map<String, byte[]> records) {
        Map<String, String> others = new LinkedHashMap<>();
        records.forEach((key, value) -> {
            if (key.contains(".") && !key.startsWith(XATTR) && !key.startsWith("GNU.sparse.")) {
                others.put(key, GuestText.decode(value));
            }
        });
        return others;
    }
}
