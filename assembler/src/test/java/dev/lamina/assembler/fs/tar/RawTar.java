package dev.lamina.assembler.fs.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A tar put together field by field, for what no honest writer makes and for what other writers do.
final class RawTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawTar entry(char type, String name, String link, String body) {
        return entry(header(type, name, link, body.length()), body);
    }

    /// @param header as [#header] gives it, perhaps changed; its checksum is put in
    RawTar entry(byte[] header, String body) {
        out.writeBytes(summed(header));
        out.writeBytes(bytes(body));
        out.writeBytes(new byte[-body.length() & (BLOCK - 1)]);
        return this;
    }

    /// An extended header for the entry that follows.
    RawTar pax(String... keysAndValues) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String rest = " " + keysAndValues[i] + "=" + keysAndValues[i + 1] + "\n";
            int length = rest.length() + 1;
            while (Integer.toString(length).length() + rest.length() != length) {
                length++;
            }
            records.append(length).append(rest);
        }
        return entry('x', "PaxHeaders/x", "", records.toString());
    }

    byte[] end() {
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    static byte[] header(char type, String name, String link, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, octal(size));
        put(header, 136, octal(0));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar\00000");
        return header;
    }

    /// A number of 11 digits.
    static String octal(long value) {
        return "%011o\0".formatted(value);
    }

    static void put(byte[] header, int offset, String text) {
        byte[] bytes = bytes(text);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static byte[] summed(byte[] header) {
        byte[] summed = header.clone();
        Arrays.fill(summed, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : summed) {
            sum += b & 0xFF;
        }
        put(summed, 148, "%06o\0".formatted(sum));
        return summed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
