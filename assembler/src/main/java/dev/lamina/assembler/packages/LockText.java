package dev.lamina.assembler.packages;

import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lock as a text file: comments, four lines `KEY VALUE`, then a [PinLine] for each package, sorted.
public final class LockText {
    private static final List<String> KEYS = List.of("suite", "released", "snapshot", "arch");

    private final String file;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, PackagePin> pins = new LinkedHashMap<>();
    private int line;

    private LockText(String file) {
        this.file = file;
    }

    /// The locks that Lamina comes with.
    public static Map<Arch, PackageLock> builtIn() {
        Map<Arch, PackageLock> locks = new EnumMap<>(Arch.class);
        for (Arch arch : Arch.values()) {
            builtIn(arch).ifPresent(lock -> locks.put(arch, lock));
        }
        return locks;
    }

    private static Optional<PackageLock> builtIn(Arch arch) {
        String file = arch + ".lock";
        try (InputStream in = LockText.class.getResourceAsStream("/catalogue/lock/" + file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Lamina's own " + file, e);
        }
    }

    public static String format(PackageLock lock) {
        StringBuilder text = new StringBuilder();
        text.append("# Debian packages that the catalogue is made of. Written by `lamina catalogue update`.\n");
        text.append("# name version bytes sha256 path dependencies\n");
        text.append("suite ").append(lock.suite()).append('\n');
        text.append("released ").append(lock.released()).append('\n');
        text.append("snapshot ").append(lock.snapshot()).append('\n');
        text.append("arch ").append(lock.arch()).append('\n');
        lock.pins().forEach(pin -> text.append(PinLine.format(pin)).append('\n'));
        return text.toString();
    }

    /// @param file its name, for messages
    /// @throws BadLockException with the line
    public static PackageLock parse(String text, String file) {
        return new LockText(file).parse(text);
    }

    private PackageLock parse(String text) {
        for (String content : text.lines().toList()) {
            line++;
            if (!content.isBlank() && !content.startsWith("#")) {
                read(content);
            }
        }
        line++;
        PackageLock lock = new PackageLock(
                value("suite"),
                instant(value("released")),
                instant(value("snapshot")),
                arch(value("arch")),
                List.copyOf(pins.values()));
        refuseGaps(lock);
        return lock;
    }

    private void read(String content) {
        int blank = content.indexOf(' ');
        String key = blank < 0 ? content : content.substring(0, blank);
        if (header.size() < KEYS.size()) {
            if (!key.equals(KEYS.get(header.size()))) {
                throw bad("expected \"" + KEYS.get(header.size()) + "\" instead of \"" + key + "\"");
            }
            header.put(key, content.substring(key.length()).strip());
        } else {
            readPin(content);
        }
    }

    private void readPin(String content) {
        try {
            PackagePin pin = PinLine.parse(content, arch(value("arch")));
            if (pins.put(pin.name(), pin) != null) {
                throw bad(pin.name() + " is there twice");
            }
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private String value(String key) {
        String value = header.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw bad("\"" + key + "\" is missing");
        }
        return value;
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw bad("\"" + text + "\" is no time like 2026-11-21T09:15:44Z");
        }
    }

    private Arch arch(String text) {
        return Arch.parse(text).orElseThrow(() -> bad("\"" + text + "\" is no architecture that Lamina knows"));
    }

    private void refuseGaps(PackageLock lock) {
        Set<String> names = new HashSet<>(pins.keySet());
        List<String> gaps = new ArrayList<>();
        for (PackagePin pin : lock.pins()) {
            pin.dependencies().stream()
                    .filter(dependency -> !names.contains(dependency))
                    .forEach(
                            dependency -> gaps.add(pin.name() + " needs " + dependency + ", which is not in the lock"));
        }
        if (!gaps.isEmpty()) {
            throw bad(String.join("; ", gaps));
        }
    }

    private BadLockException bad(String problem) {
        return new BadLockException(file, line, problem);
    }
}
