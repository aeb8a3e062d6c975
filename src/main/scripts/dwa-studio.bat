@echo off
rem Opens the studio; with arguments runs a command (dwa-studio --help).
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where /q "%JAVA%" 2>nul || if not exist "%JAVA%.exe" (
  echo DWA Studio needs Java 17 or newer. Please install it, or set JAVA_HOME to where it is. 1>&2
  exit /b 1
)
"%JAVA%" --enable-native-access=ALL-UNNAMED %DWA_STUDIO_OPTS% -cp "%HOME_FOLDER%\lib\*" org.dwastudio.Main %*
exit /b %ERRORLEVEL%
