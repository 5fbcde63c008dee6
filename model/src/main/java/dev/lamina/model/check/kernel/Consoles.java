package dev.lamina.model.check.kernel;

import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.Arch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The consoles of a kernel's command line, and the one that people look at.
///
/// @param shown the device that the launcher shows, e.g. `ttyS0`
record Consoles(Cmdline cmdline, String shown, SystemFacts facts) {
    /// The serial port of the machines that QEMU makes for Lamina.
    private static final Map<Arch, String> SERIAL =
            Map.of(Arch.AMD64, "ttyS0", Arch.ARM64, "ttyAMA0", Arch.RISCV64, "ttyS0");

    private static final Pattern SCREEN = Pattern.compile("tty[0-9]*");

    /// The four serial ports of a PC are there for the kernel, whatever hangs on them.
    private static final Pattern PORT_OF_PC = Pattern.compile("ttyS[0-3]");

    /// Empty where it is not known what is shown.
    static Optional<Consoles> of(SystemView system) {
        SystemFacts facts = system.facts();
        Cmdline cmdline = Cmdline.parse(system.composition().kernel().effectiveCmdline());
        return facts.run()
                .console()
                .or(() -> Optional.ofNullable(SERIAL.get(facts.arch())))
                .map(shown -> new Consoles(cmdline, shown, facts));
    }

    /// The last one that the machine has, which becomes `/dev/console`.
    Optional<String> last() {
        return devices().reversed().stream()
                .filter(device -> device.equals(shown) || exists(device, facts))
                .findFirst();
    }

    /// Whether another one than the shown comes last. One that is not named at all is added by the launcher.
    boolean wrong() {
        return devices().contains(shown) && !last().equals(Optional.of(shown));
    }

    /// Of a command line like this one, with the shown console behind all others, where the last of those stands.
    Cmdline mended(Cmdline line) {
        List<String> words = new ArrayList<>(line.words());
        List<String> options = line.options();
        String word = options.stream().filter(each -> isConsole(each, shown)).reduce("", (first, second) -> second);
        int last = 0;
        for (int i = 0; i < options.size(); i++) {
            last = Cmdline.name(options.get(i)).equals("console") ? i : last;
        }
        words.add(last + 1, word);
        for (int i = last; i >= 0; i--) {
            if (isConsole(words.get(i), shown)) {
                words.remove(i);
            }
        }
        return new Cmdline(words);
    }

    private List<String> devices() {
        return cmdline.options().stream()
                .filter(word -> Cmdline.name(word).equals("console"))
                .map(Consoles::device)
                .toList();
    }

    private static boolean isConsole(String word, String device) {
        return Cmdline.name(word).equals("console") && device(word).equals(device);
    }

    /// Without the speed: `ttyS0` of `console=ttyS0,115200n8`.
    private static String device(String word) {
        return Cmdline.value(word).orElse("").split(",", 2)[0];
    }

    /// Whether a machine of the architecture has a console by this name. The screen takes part even without a display.
    private static boolean exists(String device, SystemFacts facts) {
        if (SCREEN.matcher(device).matches()) {
            return facts.kernel()
                    .map(KernelFacts::config)
                    .filter(config -> !config.isEmpty())
                    .map(config -> "y".equals(config.get("CONFIG_VT_CONSOLE")))
                    .orElse(true);
        }
        return switch (facts.arch()) {
            case AMD64 -> PORT_OF_PC.matcher(device).matches();
            case ARM64 -> device.equals("ttyAMA0");
            case RISCV64, S390X -> false;
        };
    }
}
