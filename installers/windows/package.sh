# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# The package of Windows: an msi that installs for one user, without an administrator, and puts `lamina` on that user's
# PATH. Needs WiX, which the runners of continuous integration have. Sourced by `package` in Git's bash, never run.
#
# Signed when LAMINA_SIGN_CERTIFICATE is the thumbprint of a certificate in the user's store, wherever its key is.
# LAMINA_SIGNTOOL names Microsoft's signtool where it is not in the usual folder.

# shellcheck source=installers/common/application.sh
. "$root/installers/common/application.sh"

kinds=msi
# The window; `lamina.exe` beside it is the command line.
app_name='Lamina Studio'
app=$work/image/$app_name
# The same in all versions, so that a new one replaces the old.
upgrade_code=6d1a3c0e-5b0f-4f3e-9d57-3f1f6f0a7c41

make_image() {
    make_application "$app_name" "$version" lamina "$root/icons/target/icons/lamina.ico"
    # The window by the name that it has on Linux.
    cp "$root/installers/windows/lamina-studio.cmd" "$app/"
    train_launchers "$app" "$app/app" "$app_name" lamina
    # Launchers are not to be written as jpackage leaves them.
    chmod u+w "$app"/*.exe
    sign "$app"/*.exe
}

package_msi() {
    sed "s,@ICON@,$(native "$root/icons/target/icons/composition.ico")," \
        "$root/installers/common/composition.properties" >"$work/composition.properties"
    describe_path
    "$jdk/bin/jpackage" --type msi --dest "$(native "$packages")" --name "$app_name" --app-version "$version" \
        --vendor 'The Lamina developers' --app-image "$(native "$app")" --win-upgrade-uuid "$upgrade_code" \
        --win-per-user-install --win-menu --win-menu-group Lamina --win-dir-chooser --win-shortcut-prompt \
        --file-associations "$(native "$work/composition.properties")" --license-file "$(native "$root/LICENSE")" \
        --resource-dir "$(native "$work/wix")"
    mv "$packages/$app_name-$version.msi" "$packages/lamina-$version-windows-$arch.msi"
    sign "$packages/lamina-$version-windows-$arch.msi"
    publish "lamina-$version-windows-$arch.msi"
}

# What jpackage takes instead of its own: its template, as this JDK has it, with one component more in its feature.
describe_path() {
    rm -rf "$work/jdk" "$work/wix"
    mkdir -p "$work/wix"
    "$jdk/bin/jimage" extract --dir "$(native "$work/jdk")" --include 'glob:**/jpackage/internal/resources/main.wxs' \
        "$(native "$jdk/lib/modules")"
    sed 's,<ComponentGroupRef Id="Files"/>,&<ComponentRef Id="LaminaOnThePath"/>,' \
        "$work/jdk/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs" >"$work/wix/main.wxs"
    cp "$root/installers/windows/overrides.wxi" "$work/wix/"
    for text in LaminaOnThePath 'JpConfigDir)/overrides.wxi'; do
        grep -qF "$text" "$work/wix/main.wxs" || {
            say "jpackage's template has changed: it does not say $text"
            exit 1
        }
    done
}

# sign FILE...: with a time from elsewhere, so that it counts after the certificate has run out.
sign() {
    [ -n "${LAMINA_SIGN_CERTIFICATE:-}" ] || return 0
    signtool=${LAMINA_SIGNTOOL:-$(find_signtool)}
    # With dashes: Git's bash would take a slash for the beginning of a path.
    "$signtool" sign -sha1 "$LAMINA_SIGN_CERTIFICATE" -fd sha256 -tr http://timestamp.digicert.com -td sha256 "$@"
    "$signtool" verify -pa "$@"
}

# The newest of Windows' developer kits.
find_signtool() {
    for found in "/c/Program Files (x86)/Windows Kits/10/bin"/*/x64/signtool.exe; do :; done
    printf '%s\n' "$found"
}
