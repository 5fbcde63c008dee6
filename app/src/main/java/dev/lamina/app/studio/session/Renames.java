package dev.lamina.app.studio.session;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.ContainerSpec;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Owner;
import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives one volume or container another name, wherever a composition uses its name.
final class Renames {
    private final Composition composition;
    private final Place place;
    private final String old;
    private final String name;
    private final List<Edit> edits = new ArrayList<>();

    private Renames(Composition composition, Place place, String name) {
        this.composition = composition;
        this.place = place;
        this.old = place.name(composition);
        this.name = name;
    }

    static List<Edit> of(Composition composition, Place place, String name) {
        Renames renames = new Renames(composition, place, name);
        renames.add(ComponentText.nameKey(place.lane()).map(place::path).orElse(place.path()), name);
        switch (place.lane()) {
            case KERNEL, INIT, FILES -> {
                // Nobody names them.
            }
            case VOLUMES -> renames.containers();
            case ONBOOT, SERVICES, ONSHUTDOWN -> {
                renames.containers();
                renames.files();
            }
        }
        return renames.edits;
    }

    private void add(String path, String value) {
        edits.add(new Edit.Set(path, value));
    }

    private void containers() {
        for (Section section : Section.values()) {
            List<Container> containers = composition.containers(section);
            for (int i = 0; i < containers.size(); i++) {
                String path = section.key() + "[" + i + "].";
                ContainerSpec spec = containers.get(i).spec();
                binds(path + "binds", spec.binds());
                binds(path + "binds.add", spec.bindsAdd());
                mounts(path + "mounts", spec.mounts());
                mounts(path + "runtime.mounts", spec.runtime().mounts());
                if (place.lane() != Lane.VOLUMES) {
                    owners(path, spec);
                }
                if (place.lane() == Lane.SERVICES) {
                    spec.annotations().ifPresent(notes -> after(path + "annotations.", notes));
                }
            }
        }
    }

    private void binds(String path, Optional<List<String>> binds) {
        List<String> all = binds.orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            String bind = all.get(i);
            int colon = bind.indexOf(':');
            String source = colon < 0 ? bind : bind.substring(0, colon);
            String at = path + "[" + i + "]";
            source(source).ifPresent(other -> add(at, other + bind.substring(source.length())));
        }
    }

    private void mounts(String path, Optional<List<ContainerSpec.Mount>> mounts) {
        List<ContainerSpec.Mount> all = mounts.orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            String at = path + "[" + i + "].source";
            source(all.get(i).source()).ifPresent(other -> add(at, other));
        }
    }

    /// What a source becomes that names the volume, or lies in the directory that the image has for what is renamed.
    private Optional<String> source(String source) {
        if (place.lane() == Lane.VOLUMES && source.equals(old)) {
            return Optional.of(name);
        }
        String directory = "/containers/" + place.lane().key() + "/";
        boolean own = source.equals(directory + old) || source.startsWith(directory + old + "/");
        boolean named = place.lane() == Lane.VOLUMES || place.lane() == Lane.SERVICES;
        return own && named
                ? Optional.of(directory + name + source.substring(directory.length() + old.length()))
                : Optional.empty();
    }

    /// A container's name as a user or group stands for the id that it was given.
    private void owners(String path, ContainerSpec spec) {
        owner(path + "uid", spec.uid());
        owner(path + "gid", spec.gid());
        List<Owner> more = spec.additionalGids().orElse(List.of());
        for (int i = 0; i < more.size(); i++) {
            owner(path + "additionalGids[" + i + "]", Optional.of(more.get(i)));
        }
    }

    private void owner(String path, Optional<Owner> owner) {
        if (owner.equals(Optional.of(new Owner.Name(old)))) {
            add(path, name);
        }
    }

    private void files() {
        List<FileEntry> files = composition.files();
        for (int i = 0; i < files.size(); i++) {
            owner("files[" + i + "].uid", Optional.of(files.get(i).uid()));
            owner("files[" + i + "].gid", Optional.of(files.get(i).gid()));
        }
    }

    /// The conditions of the start that name the service; what stands between them stays.
    private void after(String path, Map<String, String> annotations) {
        String text = annotations.getOrDefault(StartCondition.ANNOTATION, "");
        StringBuilder other = new StringBuilder();
        // Keeps the commas and blanks as pieces of their own.
        Arrays.stream(text.split("(?<=[, ])|(?=[, ])")).forEach(piece -> other.append(condition(piece)));
        if (!other.toString().equals(text)) {
            add(path + StartCondition.ANNOTATION, other.toString());
        }
    }

    private String condition(String word) {
        boolean meant = StartCondition.parse(word).equals(Optional.of(new StartCondition.Service(old)));
        return meant ? word.substring(0, word.length() - old.length()) + name : word;
    }
}
