package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.ContainerSpec;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.LabelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says in plain words what the defaults of an image allow. Restrictions and harmless defaults are left out.
final class PrivilegeWords {
    private static final Texts TEXTS = Texts.of(PrivilegeWords.class);
    private static final String ALL = "all";

    private final Map<String, String> reasons;
    private final List<Privilege> privileges = new ArrayList<>();

    private PrivilegeWords(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /// @param label JSON; what is wrong with it is left out
    /// @param reasons by capability, key or path
    static List<Privilege> of(String label, Map<String, String> reasons) {
        ContainerSpec spec = LabelReader.read(label, "").spec();
        PrivilegeWords words = new PrivilegeWords(reasons);
        spec.capabilities().orElse(List.of()).forEach(words::capability);
        words.shared("net", spec.net());
        words.shared("pid", spec.pid());
        words.shared("ipc", spec.ipc());
        words.shared("uts", spec.uts());
        spec.devices().orElse(List.of()).forEach(words::device);
        spec.binds().orElse(List.of()).forEach(words::bind);
        if (spec.rootfsPropagation().filter("shared"::equals).isPresent()) {
            words.add("rootfsPropagation: shared", TEXTS.get("means.propagation"), "rootfsPropagation");
        }
        return List.copyOf(words.privileges);
    }

    static Privilege capability(String name, String because) {
        String meaning = name.equals(ALL)
                ? TEXTS.get("means.all")
                : Capability.parse(name).map(Capability::explanation).orElse("");
        return new Privilege(name.equals(ALL) ? TEXTS.get("name.all") : name, meaning, because);
    }

    private void capability(String name) {
        privileges.add(capability(name, reasons.getOrDefault(name, "")));
    }

    private void shared(String key, Optional<String> value) {
        if (value.filter(word -> word.equals("host") || word.equals("root")).isPresent()) {
            add(key + ": host", TEXTS.get("means." + key), key);
        }
    }

    private void device(ContainerSpec.Device device) {
        if (device.path().equals(ALL)) {
            String kind = device.type().isEmpty() ? "a" : device.type();
            add(TEXTS.get("name.devices." + kind), TEXTS.get("means.devices." + kind), ALL);
        } else {
            add(device.path(), TEXTS.get("means.device"), device.path());
        }
    }

    private void bind(String text) {
        Binds.Text bind = Binds.parse(text);
        String source = bind.source();
        String key = source.equals("/") ? "root" : "path";
        String access = bind.options().contains("ro") ? ".read" : ".write";
        add(source, TEXTS.get("means." + key + access, source), source);
    }

    private void add(String name, String meaning, String reason) {
        privileges.add(new Privilege(name, meaning, reasons.getOrDefault(reason, "")));
    }
}
