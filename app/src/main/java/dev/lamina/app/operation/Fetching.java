package dev.lamina.app.operation;

/// What a build may fetch, and what it must.
///
/// @param offline whether nothing may be fetched
/// @param locked whether packages that differ from the lock are refused
/// @param pull whether registries are asked also for images that are in the store
/// @param docker whether docker of this computer is asked for images before all others
public record Fetching(boolean offline, boolean locked, boolean pull, boolean docker) {
    /// What is missing is fetched.
    public static final Fetching USUAL = new Fetching(false, false, false, false);

    public static final Fetching NOTHING = new Fetching(true, false, false, false);
}
