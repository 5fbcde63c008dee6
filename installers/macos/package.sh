# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# The packages of macOS: a dmg to drag from, and a pkg that installs for all and puts `lamina` on the PATH. Sourced by
# `package`, never run.
#
# Signed when LAMINA_SIGN_IDENTITY names a "Developer ID Application" in the keychain (the pkg: LAMINA_SIGN_INSTALLER),
# and notarized when LAMINA_NOTARY_PROFILE names what `xcrun notarytool store-credentials` has kept.

# shellcheck source=installers/common/application.sh
. "$root/installers/common/application.sh"

kinds='dmg pkg'
app=$work/image/Lamina.app
# jpackage wants three numbers here, of which the first is not zero.
number=1.${version#*.}

# The launcher of commands cannot be `lamina` beside `Lamina`: most disks of Macs do not tell them apart.
make_image() {
    sed "s,@ICON@,$root/icons/target/icons/composition.icns," "$root/installers/common/composition.properties" \
        >"$work/composition.properties"
    cat "$root/installers/macos/composition.properties" >>"$work/composition.properties"
    make_application Lamina "$number" lamina-cli "$root/icons/target/icons/lamina.icns" \
        --file-associations "$work/composition.properties" --mac-package-identifier dev.lamina.Lamina \
        --mac-package-name Lamina --mac-app-category developer-tools
    train_launchers "$app/Contents/MacOS" "$app/Contents/app" Lamina lamina-cli
    sign_app
}

package_dmg() {
    "$jdk/bin/jpackage" --type dmg --dest "$packages" --name Lamina --app-version "$number" --app-image "$app"
    [ -z "${LAMINA_SIGN_IDENTITY:-}" ] || codesign --timestamp --sign "$LAMINA_SIGN_IDENTITY" "$packages/Lamina-$number.dmg"
    finish "Lamina-$number.dmg" "lamina-$version-macos-$arch.dmg"
}

package_pkg() {
    "$jdk/bin/jpackage" --type pkg --dest "$packages" --name Lamina --app-version "$number" --app-image "$app" \
        --resource-dir "$root/installers/macos/pkg" --mac-package-identifier dev.lamina.Lamina \
        ${LAMINA_SIGN_INSTALLER:+--mac-sign --mac-installer-sign-identity "$LAMINA_SIGN_INSTALLER"}
    finish "Lamina-$number.pkg" "lamina-$version-macos-$arch.pkg"
}

# After the caches are in it: signing comes last. The entitlements let Java compile while it runs.
sign_app() {
    if [ -z "${LAMINA_SIGN_IDENTITY:-}" ]; then
        # Apple silicon runs nothing without a signature; this one says nothing of who made it.
        codesign --force --deep --sign - --entitlements "$root/installers/macos/lamina.entitlements" "$app"
        return
    fi
    # From the inside to the outside; the program of the window is signed as the application.
    find "$app" -type f ! -path "$app/Contents/MacOS/Lamina" \( -name '*.dylib' -o -perm -100 \) -print |
        while IFS= read -r file; do sign "$file"; done
    sign "$app/Contents/runtime"
    sign "$app"
    codesign --verify --deep --strict "$app"
}

sign() {
    codesign --force --timestamp --options runtime --sign "$LAMINA_SIGN_IDENTITY" \
        --entitlements "$root/installers/macos/lamina.entitlements" "$1"
}

# finish MADE NAME: under the name that all our packages have, notarized when this is set up.
finish() {
    mv "$packages/$1" "$packages/$2"
    if [ -n "${LAMINA_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$packages/$2" --keychain-profile "$LAMINA_NOTARY_PROFILE" --wait
        xcrun stapler staple "$packages/$2"
    fi
    publish "$2"
}
