package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Kernel;
import dev.lamina.model.Volume;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.network.Ports;
import dev.lamina.model.oci.EffectiveContainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The words that stand on cards, those that matter most first.
final class Badges {
    private static final String CONSOLE = "console=";
    private static final String TCP = "/tcp";

    private final Texts texts;

    Badges(Texts texts) {
        this.texts = texts;
    }

    List<Badge> of(ContainerView container) {
        EffectiveContainer spec = container.spec();
        List<Badge> badges = new ArrayList<>();
        if (!container.runsOnce()) {
            Ports ports = Ports.of(container);
            Stream.concat(ports.told().stream(), ports.likely().stream()).forEach(port -> badges.add(port(port)));
        }
        capabilities(spec, badges);
        shared(spec, badges);
        if (spec.readonly().value()) {
            badges.add(Badge.plain(texts.get("badge.ro"), texts.get("badge.ro.why")));
        }
        return badges;
    }

    private Badge port(String port) {
        String number = port.endsWith(TCP) ? port.substring(0, port.length() - TCP.length()) : port;
        return Badge.plain(":" + number, texts.get("badge.port.why", port));
    }

    private void capabilities(EffectiveContainer spec, List<Badge> badges) {
        if (spec.holdsAll()) {
            badges.add(Badge.warning(texts.get("badge.caps.all"), texts.get("badge.caps.all.why")));
        } else if (!spec.held().isEmpty()) {
            String names =
                    String.join(", ", spec.held().stream().map(Object::toString).toList());
            badges.add(Badge.plain(texts.get("badge.caps", spec.held().size()), texts.get("badge.caps.why", names)));
        }
    }

    private void shared(EffectiveContainer spec, List<Badge> badges) {
        if (EffectiveContainer.shared(spec.pid())) {
            badges.add(Badge.warning(texts.get("badge.pid"), texts.get("badge.pid.why")));
        }
        if (EffectiveContainer.shared(spec.net())) {
            badges.add(Badge.plain(texts.get("badge.net"), texts.get("badge.net.why")));
        }
    }

    /// Of what is no container.
    List<Badge> of(Place place, Composition composition) {
        return switch (place.lane()) {
            case KERNEL -> kernel(composition.kernel());
            case VOLUMES -> volume(composition.volumes().get(place.index()));
            case FILES -> file(composition.files().get(place.index()));
            case INIT, ONBOOT, SERVICES, ONSHUTDOWN -> List.of();
        };
    }

    private List<Badge> kernel(Kernel kernel) {
        return Arrays.stream(kernel.effectiveCmdline().split(" "))
                .filter(word -> word.startsWith(CONSOLE))
                .map(word -> word.substring(CONSOLE.length()).replaceFirst(",.*", "")) // without its speed
                .map(name -> Badge.plain(name, texts.get("badge.console.why", name)))
                .toList();
    }

    private List<Badge> volume(Volume volume) {
        return volume.readonly()
                ? List.of(Badge.plain(texts.get("badge.ro"), texts.get("badge.volume.ro.why")))
                : List.of();
    }

    private List<Badge> file(FileEntry file) {
        List<Badge> badges = new ArrayList<>();
        file.mode().ifPresent(mode -> {
            String octal = "%04o".formatted(mode);
            badges.add(Badge.plain(octal, texts.get("badge.mode.why", octal)));
        });
        if (file.optional()) {
            badges.add(Badge.plain(texts.get("badge.optional"), texts.get("badge.optional.why")));
        }
        return badges;
    }
}
