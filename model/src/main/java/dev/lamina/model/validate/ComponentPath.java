package dev.lamina.model.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The paths of components, such as `services[0]` and `kernel`: what findings are of and waivers are for.
final class ComponentPath {
    private static final Pattern FORM =
            Pattern.compile("kernel|(?:init|onboot|onshutdown|services|volumes|files)\\[\\d+]");

    private ComponentPath() {}

    static boolean is(String path) {
        return FORM.matcher(path).matches();
    }

    /// That of the component which a value is in; empty outside of components.
    static Optional<String> of(String path) {
        Matcher component = FORM.matcher(path);
        return component.lookingAt() ? Optional.of(component.group()) : Optional.empty();
    }
}
