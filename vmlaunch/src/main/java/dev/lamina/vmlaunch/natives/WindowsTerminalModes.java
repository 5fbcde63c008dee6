package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/// The Windows console with virtual terminal sequences in both directions (Windows 10 1607 and later). Not yet seen
/// on a real Windows.
final class WindowsTerminalModes implements TerminalModes {
    private static final int STD_INPUT_HANDLE = -10;
    private static final int STD_OUTPUT_HANDLE = -11;

    private static final int ENABLE_PROCESSED_INPUT = 0x1;
    private static final int ENABLE_LINE_INPUT = 0x2;
    private static final int ENABLE_ECHO_INPUT = 0x4;
    private static final int ENABLE_VIRTUAL_TERMINAL_INPUT = 0x200;

    private static final int ENABLE_PROCESSED_OUTPUT = 0x1;
    private static final int ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x4;
    private static final int DISABLE_NEWLINE_AUTO_RETURN = 0x8;

    private static final int CP_UTF8 = 65001;

    private final Kernel32 kernel32;
    private final Saved input;
    private final Saved output;
    private final int inputCodePage;
    private final int outputCodePage;

    private record Saved(Pointer handle, int mode) {}

    private WindowsTerminalModes(Kernel32 kernel32, Saved input, Saved output) {
        this.kernel32 = kernel32;
        this.input = input;
        this.output = output;
        this.inputCodePage = kernel32.GetConsoleCP();
        this.outputCodePage = kernel32.GetConsoleOutputCP();
    }

    static Optional<TerminalModes> enter() {
        Kernel32 kernel32 = Kernel32.load();
        Optional<Saved> input = mode(kernel32, STD_INPUT_HANDLE);
        Optional<Saved> output = mode(kernel32, STD_OUTPUT_HANDLE);
        if (input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        WindowsTerminalModes modes = new WindowsTerminalModes(kernel32, input.get(), output.get());
        modes.makeRaw();
        return Optional.of(modes);
    }

    private static Optional<Saved> mode(Kernel32 kernel32, int standardHandle) {
        Pointer handle = kernel32.GetStdHandle(standardHandle);
        IntByReference mode = new IntByReference();
        return kernel32.GetConsoleMode(handle, mode) == 0
                ? Optional.empty()
                : Optional.of(new Saved(handle, mode.getValue()));
    }

    private void makeRaw() {
        int cooked = ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT;
        kernel32.SetConsoleMode(input.handle(), input.mode() & ~cooked | ENABLE_VIRTUAL_TERMINAL_INPUT);
        kernel32.SetConsoleMode(
                output.handle(),
                output.mode()
                        | ENABLE_PROCESSED_OUTPUT
                        | ENABLE_VIRTUAL_TERMINAL_PROCESSING
                        | DISABLE_NEWLINE_AUTO_RETURN);
        kernel32.SetConsoleCP(CP_UTF8);
        kernel32.SetConsoleOutputCP(CP_UTF8);
    }

    @Override
    public void restore() {
        kernel32.SetConsoleMode(input.handle(), input.mode());
        kernel32.SetConsoleMode(output.handle(), output.mode());
        kernel32.SetConsoleCP(inputCodePage);
        kernel32.SetConsoleOutputCP(outputCodePage);
    }
}
