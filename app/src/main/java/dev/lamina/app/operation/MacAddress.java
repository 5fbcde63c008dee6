package dev.lamina.app.operation;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.PrivateNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address of a machine's network card, which it keeps from start to start: in the file `mac-addr` of
/// its folder, as with LinuxKit.
final class MacAddress {
    private static final int BYTES = 6;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");

    private MacAddress() {}

    /// The kept one, or a new random one.
    static String of(Path folder) throws IOException {
        Path file = folder.resolve("mac-addr");
        if (!Files.exists(file)) {
            String made = random();
            Storage.writing(file, () -> Files.writeString(file, made));
            return made;
        }
        String kept =
                Files.size(file) > 100 ? "" : Files.readString(file).strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(kept).matches()) {
            throw new InputException(file + " does not hold a network card's address", "remove the file");
        }
        return kept;
    }

    /// That of the machine's card in a private network: another one for each machine and network, and always
    /// the same.
    static String of(Path folder, PrivateNetwork network) throws IOException {
        String seed = of(folder) + " " + network.name();
        return written(Arrays.copyOf(Hashing.sha256().digest(seed.getBytes(StandardCharsets.UTF_8)), BYTES));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return written(bytes);
    }

    /// Locally administered (bit 1 of the first byte) and for one card (bit 0 clear).
    private static String written(byte[] bytes) {
        bytes[0] = (byte) (bytes[0] & 0xfe | 0x02);
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
