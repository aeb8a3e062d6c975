# Builds target\installer\dwa-studio-VERSION.msi from target\dwa-studio, which `mvn package` creates.
#
# usage: make-msi.ps1 VERSION    in the project folder, on Windows; JAVA_HOME is a JDK 25 or newer, and the WiX Toolset
#                                is on the path.
param([Parameter(Mandatory)] [string] $version)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$sources = 'installers\windows'
$work = 'target\installer'
if (-not $env:JAVA_HOME) { throw 'JAVA_HOME names the JDK whose runtime is bundled.' }

if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory $work | Out-Null

$modules = (Get-Content installers\modules.txt | Where-Object { $_ -notmatch '^#' }) -join ','
& "$env:JAVA_HOME\bin\jlink" --add-modules $modules --output "$work\runtime" --strip-debug --no-header-files `
  --no-man-pages --include-locales 'en,ja' --generate-cds-archive
if ($LASTEXITCODE) { exit $LASTEXITCODE }

$options = Get-Content installers\java-options.txt | ForEach-Object { '--java-options'; $_ }
# All versions have the same upgrade code, so that a newer version replaces an older one. The second launcher has a console.
& "$env:JAVA_HOME\bin\jpackage" --type msi --dest $work --name 'DWA Studio' --app-version $version `
  --vendor 'DWA Studio' --description 'DWA Studio' `
  --copyright 'Copyright the DWA Studio authors, Apache License 2.0' --license-file LICENSE `
  --input target\dwa-studio\lib --main-jar "dwa-studio-$version.jar" --main-class org.dwastudio.Main `
  --runtime-image "$work\runtime" --icon "$sources\dwa-studio.ico" `
  --file-associations "$sources\experiment.properties" --app-content target\dwa-studio\sample-configs `
  --app-content target\dwa-studio\THIRD-PARTY.txt `
  --add-launcher "dwa-studio=$sources\command-line.properties" --win-menu --win-menu-group 'DWA Studio' `
  --win-dir-chooser --win-upgrade-uuid 6f0f6c1e-6f43-4c83-9d0a-8d1f6f1b3c57 @options
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Move-Item "$work\DWA Studio-$version.msi" "$work\dwa-studio-$version.msi"
