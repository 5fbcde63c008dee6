package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.Accelerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts the kernel command line together: the composition's, what the machine needs, what the user adds.
final class KernelCmdline {
    private KernelCmdline() {}

    static String of(String composition, MachineProfile machine, Accelerator accelerator, String extra) {
        List<String> words = new ArrayList<>(words(composition));
        words.removeIf(word -> namesOtherPort(word, machine.consoleDevice()));
        if (words.stream().noneMatch(word -> namesConsole(word, machine.consoleDevice()))) {
            // The last console= becomes /dev/console, so the machine's serial port goes behind the others.
            words.add("console=" + machine.consoleDevice());
        }
        if (accelerator == Accelerator.TCG) {
            words(machine.translatedCmdline()).stream()
                    .filter(word -> !hasParameter(words, word))
                    .forEach(words::add);
        }
        words.addAll(words(extra));
        return String.join(" ", words);
    }

    private static boolean namesConsole(String word, String device) {
        return word.equals("console=" + device) || word.startsWith("console=" + device + ",");
    }

    /// Of several ports of one driver the kernel takes the first that it is told, even when the machine has no such
    /// port, and shows nothing on the others. This machine has one.
    private static boolean namesOtherPort(String word, String device) {
        String driver = device.replaceFirst("[0-9]+$", "");
        return word.matches("console=" + driver + "[0-9]+(,.*)?") && !namesConsole(word, device);
    }

    /// What the composition says about a parameter stands.
    private static boolean hasParameter(List<String> words, String word) {
        String name = word.replaceFirst("=.*", "");
        return words.stream().anyMatch(other -> other.equals(name) || other.startsWith(name + "="));
    }

    private static List<String> words(String cmdline) {
        return Arrays.stream(cmdline.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
