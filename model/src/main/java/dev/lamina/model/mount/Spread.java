package dev.lamina.model.mount;

/// Which way mounts that are made later spread through a mount, between the system and a container
/// (mount_namespaces(7)).
public enum Spread {
    /// Both ways.
    SHARED("shared", "mounts spread both ways"),

    /// From the system into the container only.
    SLAVE("slave", "mounts of the system appear in it"),

    /// Not at all.
    PRIVATE("private", "mounts stay where they are made");

    private final String word;
    private final String meaning;

    Spread(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }
}
