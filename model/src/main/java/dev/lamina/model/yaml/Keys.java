package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;

/// The words in which the tables of [Schema] are written.
final class Keys {
    static final Type TEXTS = new ListOf(Plain.TEXT);
    static final Type TEXT_MAP = new TextMap();

    private Keys() {}

    static Key key(String name, Type type, String doc) {
        return new Key(name, type, false, doc);
    }

    static Key required(String name, Type type, String doc) {
        return new Key(name, type, true, doc);
    }

    static Type list(Shape shape) {
        return new ListOf(shape);
    }
}
