package dev.lamina.assembler.packages.index;

import dev.lamina.model.value.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a suite consists of at a moment: the file `Release`.
///
/// @param names of the suite: its `Suite` and its `Codename`, e.g. `stable`, `trixie`
/// @param files by their path below the suite's folder
record Release(List<String> names, Instant date, Optional<Instant> validUntil, Map<String, Listed> files) {
    private static final Pattern LISTED = Pattern.compile(" ([0-9a-f]{64}) +([0-9]{1,15}) (\\S+)");

    /// A file of the suite.
    record Listed(Digest sha256, long size) {}

    static Release parse(List<String> lines) throws UntrustedIndexException {
        Map<String, String> fields = new HashMap<>();
        Map<String, Listed> files = new HashMap<>();
        String field = "";
        for (String line : lines) {
            Matcher listed = LISTED.matcher(line);
            int colon = line.indexOf(':');
            if (field.equals("SHA256") && listed.matches()) {
                files.put(listed.group(3), new Listed(new Digest(listed.group(1)), Long.parseLong(listed.group(2))));
            } else if (!line.startsWith(" ") && colon > 0) {
                field = line.substring(0, colon);
                fields.put(field, line.substring(colon + 1).strip());
            }
        }
        return new Release(
                List.of(fields.getOrDefault("Suite", ""), fields.getOrDefault("Codename", "")),
                date(fields.getOrDefault("Date", "")),
                fields.containsKey("Valid-Until") ? Optional.of(date(fields.get("Valid-Until"))) : Optional.empty(),
                Map.copyOf(files));
    }

    /// `Sat, 21 Nov 2026 09:15:44 UTC`, where Java wants GMT.
    private static Instant date(String text) throws UntrustedIndexException {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.replaceFirst("UTC$", "GMT")));
        } catch (DateTimeException e) {
            throw new UntrustedIndexException("has no date");
        }
    }

    /// @param notBefore the date of an index that was seen before: an older one is signed, too, but may be an attack
    void check(String suite, Instant notBefore, Instant now) throws UntrustedIndexException {
        if (!names.contains(suite)) {
            throw new UntrustedIndexException("is of " + names.getLast() + " instead of " + suite);
        }
        if (validUntil.isPresent() && validUntil.get().isBefore(now)) {
            throw new UntrustedIndexException("was valid until " + validUntil.get());
        }
        if (date.isBefore(notBefore)) {
            throw new UntrustedIndexException("is of " + date + ", older than the lock (" + notBefore + ")");
        }
    }

    Listed require(String path) throws UntrustedIndexException {
        Listed listed = files.get(path);
        if (listed == null) {
            throw new UntrustedIndexException("does not list " + path);
        }
        return listed;
    }
}
