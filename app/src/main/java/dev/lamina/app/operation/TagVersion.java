package dev.lamina.app.operation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tag as a version: `1.27.3-alpine3.20` is 1.27.3, of the form `#.#.#-alpine#`.
///
/// Only tags of one form are compared: `1.27` names a line of releases and `1.27.3` one of them, `-alpine` is another
/// system, and `-rc1` is no release. A number of six digits and more is a date.
///
/// @param form the tag without its numbers, but with as many signs for them as the version has
/// @param numbers all numbers, in their order
record TagVersion(String tag, String form, List<BigInteger> numbers) implements Comparable<TagVersion> {
    private static final Pattern VERSION = Pattern.compile("(v?)([0-9]+(?:\\.[0-9]+)*)(.*)");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final int DATE = 6;

    TagVersion {
        numbers = List.copyOf(numbers);
    }

    /// Empty for what is no version: `latest`, `bookworm`, a hash.
    static Optional<TagVersion> parse(String tag) {
        Matcher version = VERSION.matcher(tag);
        if (!version.matches()) {
            return Optional.empty();
        }
        String form = version.group(1)
                + version.group(2).replaceAll("[0-9]{" + DATE + ",}", "date").replaceAll("[0-9]+", "#")
                + NUMBERS.matcher(version.group(3)).replaceAll("#");
        List<BigInteger> numbers = NUMBERS.matcher(tag)
                .results()
                .map(MatchResult::group)
                .flatMap(number -> Arrays.stream(number.split("\\.")))
                .map(BigInteger::new)
                .toList();
        return Optional.of(new TagVersion(tag, form, numbers));
    }

    @Override
    public int compareTo(TagVersion other) {
        int size = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < size; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }

    /// Those of `tags` that are later versions of the same form, the latest last.
    static List<String> newer(String tag, List<String> tags) {
        return parse(tag).stream()
                .flatMap(current -> tags.stream()
                        .distinct()
                        .flatMap(other -> parse(other).stream())
                        .filter(other -> other.form.equals(current.form) && other.compareTo(current) > 0))
                .sorted(Comparator.naturalOrder())
                .map(TagVersion::tag)
                .toList();
    }
}
