package dev.lamina.model;

/// The three kinds of containers, in boot order, by their key in the document.
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
