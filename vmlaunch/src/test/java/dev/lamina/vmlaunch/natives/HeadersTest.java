package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.ByReference;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Signatures are those of the platforms' headers: a compiler compares the stand-ins and the prototypes in our comments
/// with them, and the prototypes are compared with the methods that stand below.
@EnabledOnOs(value = OS.LINUX, disabledReason = "one system's compilers are enough")
final class HeadersTest {
    /// Windows 10. That one of its functions is made here and not imported is meant.
    private static final List<String> WINDOWS_10 = List.of(
            "-std=gnu11", "-D_WIN32_WINNT=0x0A00", "-Wall", "-Werror", "-Wno-attributes", "-fsyntax-only", "-xc");

    private static final String WINDOWS_HEADERS = """
        #include <windows.h>
        #include <objbase.h>
        #include <computecore.h>
        #include <computenetwork.h>
        #include <winhvplatform.h>
        """;

    private static final String POSIX_HEADERS = """
        #include <unistd.h>
        #include <fcntl.h>
        #include <termios.h>
        #include <sys/ioctl.h>
        #include <sys/select.h>
        """;

    @TempDir
    Path folder;

    private Result compile(Compiler compiler, List<String> options, String headers, List<String> prototypes)
            throws IOException {
        Path file = Files.writeString(folder.resolve("a.c"), headers + String.join("\n", prototypes) + "\n");
        return compiler.run(options, file);
    }

    @Test
    void theStandInsHaveTheSignaturesOfWindows() {
        assertThat(Compiler.windows().run(WINDOWS_10, Compiler.sources())).isEqualTo(new Result(0, ""));
    }

    @Test
    void ourPrototypesAreThoseOfWindows() throws IOException {
        List<String> prototypes = Stream.concat(
                        windows().flatMap(type -> Prototypes.of(type).stream()),
                        Prototypes.ofTest(PipeServer.class).stream())
                .toList();

        assertThat(compile(Compiler.windows(), WINDOWS_10, WINDOWS_HEADERS, prototypes))
                .isEqualTo(new Result(0, ""));
    }

    static Stream<Class<? extends Library>> windows() {
        return Stream.of(ComputeCore.class, ComputeNetwork.class, Kernel32.class, Ole32.class, WinHvPlatform.class);
    }

    @Test
    void ourPrototypesAreThoseOfTheCLibrary() throws IOException {
        List<String> options = List.of("-std=gnu11", "-Wall", "-Werror", "-fsyntax-only");

        assertThat(compile(Compiler.own(), options, POSIX_HEADERS, Prototypes.of(LibC.class)))
                .isEqualTo(new Result(0, ""));
    }

    @Test
    void aWrongPrototypeWouldBeFound() throws IOException {
        List<String> wrong = List.of("HRESULT HcsCancelOperation(HCS_SYSTEM operation);");

        Result result = compile(Compiler.windows(), WINDOWS_10, WINDOWS_HEADERS, wrong);

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("conflicting types for");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyMethodIsAsItsPrototype(Class<? extends Library> type) {
        List<String> expected = Prototypes.of(type).stream()
                .filter(prototype -> !prototype.startsWith("typedef"))
                .map(HeadersTest::shape)
                .sorted()
                .toList();
        List<String> found = Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(HeadersTest::shape)
                .sorted()
                .toList();

        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    /// E.g. `address CreateEventW(address, int, int, text)`.
    private static String shape(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(HeadersTest::shape)
                .toList()
                .toString()
                .replace("[", shape(method.getReturnType()) + " " + method.getName() + "(")
                .replace("]", ")");
    }

    private static String shape(Class<?> type) {
        boolean address = Stream.of(Pointer.class, PointerType.class, ByReference.class, Callback.class)
                .anyMatch(kind -> kind.isAssignableFrom(type));
        return address ? "address" : type == String.class ? "text" : type.getName();
    }

    private static String shape(String prototype) {
        Matcher parts = Pattern.compile("(\\w+) (\\w+)\\((.*)\\);").matcher(prototype);
        assertThat(parts.matches()).as(prototype).isTrue();
        List<String> parameters = new ArrayList<>();
        for (String parameter : parts.group(3).split(", ")) {
            if (!parameter.equals("void")) {
                parameters.add(shapeOfC(parameter.replaceAll("\\w+$", "").strip()));
            }
        }
        return shapeOfC(parts.group(1)) + " " + parts.group(2) + "(" + String.join(", ", parameters) + ")";
    }

    private static String shapeOfC(String type) {
        return switch (type) {
            case "void" -> "void";
            case "PCWSTR", "LPCWSTR" -> "text";
            case "HRESULT", "DWORD", "BOOL", "UINT", "UINT32" -> "int";
            // Enumerations are ints for these compilers.
            case "HCS_EVENT_OPTIONS", "JOBOBJECTINFOCLASS", "WHV_CAPABILITY_CODE" -> "int";
            default -> "address";
        };
    }
}
