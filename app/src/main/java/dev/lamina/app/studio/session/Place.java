package dev.lamina.app.studio.session;

import dev.lamina.model.Composition;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which component of a document: the one with this number in its lane. The kernel is number 0.
public record Place(Lane lane, int index) implements Comparable<Place> {
    private static final Pattern PATH = Pattern.compile("([a-z]+)(?:\\[(\\d{1,9})])?(?:[.\\[].*)?", Pattern.DOTALL);

    public static final Place KERNEL = new Place(Lane.KERNEL, 0);

    /// The component that a path of the document lies in, such as `services[2].capabilities[0]`.
    public static Optional<Place> of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Lane> lane = Lane.of(matcher.group(1));
        if (lane.isPresent() && lane.get() == Lane.KERNEL) {
            return Optional.of(KERNEL);
        }
        return matcher.group(2) == null
                ? Optional.empty()
                : lane.map(found -> new Place(found, Integer.parseInt(matcher.group(2))));
    }

    /// All components of a document in the order of the lanes; the kernel when it names an image.
    public static List<Place> all(Composition composition) {
        List<Place> all = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            for (int i = 0; i < count(composition, lane); i++) {
                all.add(new Place(lane, i));
            }
        }
        return all;
    }

    /// How many components a lane has.
    public static int count(Composition composition, Lane lane) {
        return switch (lane) {
            case KERNEL -> composition.kernel().image().isPresent() ? 1 : 0;
            case INIT -> composition.init().size();
            case ONBOOT -> composition.onboot().size();
            case SERVICES -> composition.services().size();
            case ONSHUTDOWN -> composition.onshutdown().size();
            case VOLUMES -> composition.volumes().size();
            case FILES -> composition.files().size();
        };
    }

    /// In the document, e.g. `services[2]`.
    public String path() {
        return lane == Lane.KERNEL ? lane.key() : lane.key() + "[" + index + "]";
    }

    /// The path of one of its keys.
    public String path(String key) {
        return path() + "." + key;
    }

    public boolean exists(Composition composition) {
        return index < count(composition, lane);
    }

    /// What stands there: a [dev.lamina.model.Kernel], an image of the init, a container, a volume, or an entry of
    /// `files`. The place must exist.
    Object in(Composition composition) {
        return switch (lane) {
            case KERNEL -> composition.kernel();
            case INIT -> composition.init().get(index);
            case ONBOOT -> composition.onboot().get(index);
            case SERVICES -> composition.services().get(index);
            case ONSHUTDOWN -> composition.onshutdown().get(index);
            case VOLUMES -> composition.volumes().get(index);
            case FILES -> composition.files().get(index);
        };
    }

    /// What people call it: the name of a container or volume, the path of a file, the image of a part of the init.
    public String name(Composition composition) {
        if (!exists(composition)) {
            return path();
        }
        return switch (lane) {
            case KERNEL -> "kernel";
            case INIT -> composition.init().get(index).name();
            case ONBOOT -> composition.onboot().get(index).name();
            case SERVICES -> composition.services().get(index).name();
            case ONSHUTDOWN -> composition.onshutdown().get(index).name();
            case VOLUMES -> composition.volumes().get(index).name();
            case FILES -> composition.files().get(index).path();
        };
    }

    /// The image that it is made of, when it has one. The place must exist.
    public Optional<ImageRef> image(Composition composition) {
        return switch (lane) {
            case KERNEL -> composition.kernel().image();
            case INIT -> Optional.of(composition.init().get(index));
            case ONBOOT -> Optional.of(composition.onboot().get(index).image());
            case SERVICES -> Optional.of(composition.services().get(index).image());
            case ONSHUTDOWN -> Optional.of(composition.onshutdown().get(index).image());
            case VOLUMES -> composition.volumes().get(index).image();
            case FILES -> Optional.empty();
        };
    }

    @Override
    public int compareTo(Place other) {
        int lanes = lane.compareTo(other.lane);
        return lanes != 0 ? lanes : Integer.compare(index, other.index);
    }
}
