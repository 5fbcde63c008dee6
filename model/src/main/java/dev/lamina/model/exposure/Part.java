package dev.lamina.model.exposure;

import dev.lamina.model.oci.Origin;

/// One thing that a score is made of.
///
/// @param key of the weight, e.g. `capability SYS_ADMIN`
/// @param what in words that follow the name of the container, e.g. `holds CAP_SYS_ADMIN`
/// @param why it counts
/// @param points in hundredths; less than nothing for what lowers the score
/// @param origin of the value
public record Part(String key, String what, String why, int points, Origin origin) {

    /// On the scale of scores.
    public double weight() {
        return points / 100.0;
    }
}
