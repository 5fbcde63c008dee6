package dev.lamina.vmlaunch.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts the kernel command line together: the composition's, what the machine needs, what the user adds.
public final class KernelCmdline {
    private KernelCmdline() {}

    /// @param device the machine's only port, as the kernel names it, e.g. `ttyS0`
    /// @param machine what this machine needs beside its console, unless the composition says something
    /// about it
    /// @param extra the user's, which has the last word
    public static String of(String composition, String device, String machine, String extra) {
        List<String> words = new ArrayList<>(words(composition));
        words.removeIf(word -> namesOtherPort(word, device));
        if (words.stream().noneMatch(word -> namesConsole(word, device))) {
            // The last console= becomes /dev/console, so the machine's serial port goes behind the others.
            words.add("console=" + device);
        }
        words(machine).stream().filter(word -> !hasParameter(words, word)).forEach(words::add);
        words.addAll(words(extra));
        return String.join(" ", words);
    }

    private static boolean namesConsole(String word, String device) {
        return word.equals("console=" + device) || word.startsWith("console=" + device + ",");
    }

    /// Of several ports of one driver the kernel takes the first that it is told, even when the machine has
    /// no such port, and shows nothing on the others. This machine has one.
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
