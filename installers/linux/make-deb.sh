#!/bin/sh
# Builds target/installer/dwa-studio_VERSION_ARCHITECTURE.deb from target/dwa-studio, which `mvn package` creates.
#
# usage: make-deb.sh VERSION    in the project folder; JAVA_HOME is a JDK 25 or newer; needs binutils and dpkg-deb.
#                               With a display or Xvfb, the loaded classes are written to an archive.
set -e
version=$1
sources=installers/linux
work=target/installer
image=$work/dwa-studio
package=$work/package
: "${JAVA_HOME:?names the JDK whose runtime is bundled}"

rm -rf "$work"
mkdir -p "$work"

modules=$(grep -v '^#' installers/modules.txt | paste -s -d, -)
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --output "$work/runtime" --strip-debug --strip-native-commands \
  --no-header-files --no-man-pages --include-locales en,ja

# One option per line.
set --
while read -r option; do set -- "$@" --java-options "$option"; done <installers/java-options.txt
"$JAVA_HOME/bin/jpackage" --type app-image --dest "$work" --name dwa-studio --app-version "$version" \
  --vendor 'DWA Studio' --input target/dwa-studio/lib --main-jar "dwa-studio-$version.jar" --main-class org.dwastudio.Main \
  --runtime-image "$work/runtime" --icon assets/icon/dwa-studio-256.png "$@"
cp -r target/dwa-studio/sample-configs "$image"

"$sources/archive-classes.sh" "$image"

mkdir -p "$package/DEBIAN" "$package/opt" "$package/usr/bin"
mv "$image" "$package/opt"
install -m 755 "$sources/dwa-studio" "$package/usr/bin/dwa-studio"
share=$package/usr/share
install -D -m 644 "$sources/dwa-studio.desktop" "$share/applications/dwa-studio.desktop"
install -D -m 644 "$sources/dwa-studio.xml" "$share/mime/packages/dwa-studio.xml"
install -D -m 644 "$sources/copyright" "$share/doc/dwa-studio/copyright"
install -m 644 README.md CHANGELOG.md target/dwa-studio/THIRD-PARTY.txt "$share/doc/dwa-studio"
icons=$share/icons/hicolor
for size in 16 24 32 48 64 128 256 512; do
  install -D -m 644 "assets/icon/dwa-studio-$size.png" "$icons/${size}x$size/apps/dwa-studio.png"
done
install -D -m 644 assets/icon/dwa-studio.svg "$icons/scalable/apps/dwa-studio.svg"
install -D -m 644 assets/icon/experiment.svg "$icons/scalable/mimetypes/application-x-dwa-experiment.svg"
chmod -R u+w,go=rX "$package"

architecture=$(dpkg --print-architecture)
size=$(du -k -s --apparent-size "$package" | cut -f 1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" "$sources/control" \
  >"$package/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$package" "$work/dwa-studio_${version}_$architecture.deb"
