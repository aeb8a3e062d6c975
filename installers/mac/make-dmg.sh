#!/bin/sh
# Builds target/installer/DWA Studio-VERSION.dmg from target/dwa-studio, which `mvn package` creates.
#
# usage: make-dmg.sh VERSION    in the project folder, on a Mac; JAVA_HOME is a JDK 25 or newer. The image is for the
#                               processor type of this Mac and is not signed.
set -e
version=$1
sources=installers/mac
work=target/installer
: "${JAVA_HOME:?names the JDK whose runtime is bundled}"

rm -rf "$work"
mkdir -p "$work"

modules=$(grep -v '^#' installers/modules.txt | paste -s -d, -)
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --output "$work/runtime" --strip-debug --no-header-files --no-man-pages \
  --include-locales en,ja --generate-cds-archive
# Only the archive of the JDK's classes was made with the commands.
rm -rf "$work/runtime/bin"

# macOS does not accept a version that begins with 0.
case $version in
  0.*) bundle_version=1.${version#0.} ;;
  *) bundle_version=$version ;;
esac

# One option per line.
set --
while read -r option; do set -- "$@" --java-options "$option"; done <installers/java-options.txt
"$JAVA_HOME/bin/jpackage" --type dmg --dest "$work" --name 'DWA Studio' --app-version "$bundle_version" \
  --vendor 'DWA Studio' --description 'Dataset distillation by directed weight adjustment, live' \
  --copyright 'Copyright the DWA Studio authors, Apache License 2.0' --license-file LICENSE \
  --input target/dwa-studio/lib --main-jar "dwa-studio-$version.jar" --main-class org.dwastudio.Main \
  --runtime-image "$work/runtime" --icon "$sources/dwa-studio.icns" \
  --app-content target/dwa-studio/sample-configs --app-content target/dwa-studio/THIRD-PARTY.txt \
  --mac-package-identifier org.dwastudio.studio --mac-app-category developer-tools "$@"
mv "$work/DWA Studio-$bundle_version.dmg" "$work/dwa-studio-$version-$(uname -m).dmg"
