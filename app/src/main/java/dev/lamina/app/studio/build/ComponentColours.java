package dev.lamina.app.studio.build;

import dev.lamina.assembler.size.SizeTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the theme's colours each component has: the largest ones have one of their own, the others share the last.
///
/// @param numbers from 0
record ComponentColours(Map<String, Integer> numbers) {
    static final int COUNT = 8;

    ComponentColours {
        numbers = Map.copyOf(numbers);
    }

    static ComponentColours of(SizeTree system) {
        Map<String, Integer> numbers = new HashMap<>();
        List<SizeTree> components = system.children();
        for (int i = 0; i < components.size(); i++) {
            numbers.put(components.get(i).name(), Math.min(i, COUNT - 1));
        }
        return new ComponentColours(numbers);
    }

    int number(String component) {
        return numbers.getOrDefault(component, COUNT - 1);
    }

    /// The class in style sheets of what shows the colour.
    String style(String component) {
        return "size-colour-" + number(component);
    }
}
