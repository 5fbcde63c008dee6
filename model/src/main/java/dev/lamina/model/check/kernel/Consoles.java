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

    private static final Pattern DIGITS = Pattern.compile("[0-9]+$");

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

    /// The last one that is used, which becomes `/dev/console`.
    Optional<String> last() {
        List<String> used = new ArrayList<>();
        for (String device : devices()) {
            boolean there = device.equals(shown) || exists(device, facts);
            // Of several ports of one driver the kernel takes the first that it is told, and is silent on the others.
            boolean taken = used.stream().anyMatch(other -> driver(other).equals(driver(device)));
            if (there && (!taken || used.contains(device))) {
                used.remove(device);
                used.add(device);
            }
        }
        return used.isEmpty() ? Optional.empty() : Optional.of(used.getLast());
    }

    /// Whether another one than the shown is used. One that is not named at all is added by the launcher, but other
    /// ports
    /// of its driver keep it silent.
    boolean wrong() {
        boolean named = devices().stream().anyMatch(device -> driver(device).equals(driver(shown)));
        return named && !last().equals(Optional.of(shown));
    }

    private static String driver(String device) {
        return DIGITS.matcher(device).replaceAll("");
    }

    /// Of a command line like this one, with the shown console behind those of other drivers and before other ports of
    /// its
    /// own; it takes the place of another port when it is not named.
    Cmdline mended(Cmdline line) {
        List<String> words = new ArrayList<>(line.words());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < line.options().size(); i++) {
            if (Cmdline.name(words.get(i)).equals("console")) {
                places.add(i);
            }
        }
        List<String> ordered = ordered(places.stream().map(words::get).toList());
        for (int i = places.size() - 1; i >= 0; i--) {
            if (i < ordered.size()) {
                words.set(places.get(i), ordered.get(i));
            } else {
                words.remove((int) places.get(i));
            }
        }
        return new Cmdline(words);
    }

    private List<String> ordered(List<String> consoles) {
        List<String> ordered = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        String own = "console=" + shown;
        for (String word : consoles) {
            if (isConsole(word, shown)) {
                own = word;
            } else {
                (driver(device(word)).equals(driver(shown)) ? ports : ordered).add(word);
            }
        }
        ordered.add(own);
        // Only as many as there were: one that is not named replaces another.
        ports.stream().limit(consoles.size() - (long) ordered.size()).forEach(ordered::add);
        return ordered;
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
