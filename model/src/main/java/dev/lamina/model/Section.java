package dev.lamina.model;

/// The three kinds of containers by their key in the document, in the order in which LinuxKit lays them into an image
/// and numbers their owners.
public enum Section {
    ONBOOT("onboot"),
    ONSHUTDOWN("onshutdown"),
    SERVICES("services");

    private final String key;

    Section(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
