package dev.lamina.vmlaunch.natives;

import com.sun.jna.DefaultTypeMapper;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ToNativeContext;
import com.sun.jna.ToNativeConverter;
import com.sun.jna.TypeMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Text as Windows has it: UTF-16, little-endian, ended by NUL.
///
/// By name, and not by JNA's own types for wide characters: those follow the C compiler's `wchar_t`, which has
/// four bytes everywhere but on Windows.
final class Utf16 {
    private Utf16() {}

    /// Of a library whose functions take `PCWSTR`: Java's strings are handed over so.
    static Map<String, Object> options() {
        return Map.of(Library.OPTION_TYPE_MAPPER, mapper());
    }

    private static TypeMapper mapper() {
        DefaultTypeMapper mapper = new DefaultTypeMapper();
        mapper.addToNativeConverter(String.class, new Converter());
        return mapper;
    }

    /// JNA holds the memory among the call's arguments until the call returns.
    private static final class Converter implements ToNativeConverter {
        @Override
        public Object toNative(Object value, ToNativeContext context) {
            return memory((String) value);
        }

        @Override
        public Class<?> nativeType() {
            return Pointer.class;
        }
    }

    /// @throws IllegalArgumentException the text holds a NUL, behind which Windows would not look
    static Memory memory(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text for Windows must not contain the character NUL");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length + Character.BYTES);
        memory.write(0, bytes, 0, bytes.length);
        memory.setShort(bytes.length, (short) 0);
        return memory;
    }

    static String text(Pointer pointer) {
        StringBuilder text = new StringBuilder();
        for (long at = 0; ; at += Character.BYTES) {
            char unit = (char) pointer.getShort(at);
            if (unit == 0) {
                return text.toString();
            }
            text.append(unit);
        }
    }
}
