package dev.lamina.model.oci;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Owner;
import dev.lamina.model.Section;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The number that stands for each container's name where a user or a group is asked for.
record OwnerIds(Map<String, Long> numbers) {
    /// Lower numbers belong to the accounts of distributions.
    private static final long FIRST = 100;

    /// One number for each container in the order of [Section]; of equal names the last one counts.
    static OwnerIds of(Composition composition) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        long next = FIRST;
        for (Section section : Section.values()) {
            for (Container container : composition.containers(section)) {
                numbers.put(container.name(), next++);
            }
        }
        return new OwnerIds(numbers);
    }

    /// Empty for the name of no container.
    Optional<Long> find(Owner owner) {
        return switch (owner) {
            case Owner.Id id -> Optional.of(id.value());
            case Owner.Name(String name) when name.isEmpty() || name.equals("root") -> Optional.of(0L);
            case Owner.Name(String name) -> Optional.ofNullable(numbers.get(name));
        };
    }

    /// Root in place of a name that is unknown, which becomes a fault.
    long number(Given<Owner> owner, Faults faults) {
        return find(owner.value()).orElseGet(() -> {
            String name = nameOf(owner.value());
            faults.add(
                    owner.origin(),
                    "no container has the name %s, which %s names as a user or group"
                            .formatted(Texts.quote(name), owner.origin().subject()),
                    hint(name));
            return 0L;
        });
    }

    List<Long> numbers(List<Given<Owner>> owners, Faults faults) {
        return owners.stream().map(owner -> number(owner, faults)).toList();
    }

    Optional<String> hint(String name) {
        boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of("write the number without quotes")
                : Nearest.hint(name, numbers.keySet())
                        .or(() -> Optional.of("write a number; accounts of images are not looked up"));
    }

    static String nameOf(Owner owner) {
        return owner instanceof Owner.Name(String name) ? name : owner.toString();
    }
}
