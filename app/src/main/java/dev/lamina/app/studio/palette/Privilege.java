package dev.lamina.app.studio.palette;

/// Something that a component may do beyond what every container may.
///
/// @param name as documents write it, e.g. `CAP_NET_ADMIN` or `pid: host`
/// @param meaning what that allows, in plain words
/// @param because why this component needs it; empty when nobody says
public record Privilege(String name, String meaning, String because) {}
