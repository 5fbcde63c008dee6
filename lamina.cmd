@echo off
rem Runs Lamina from its source tree on Windows: finds a JDK, builds when sources changed, starts.
rem The same as ./lamina; written to the letter of it, but not yet tried on a Windows computer.
setlocal EnableExtensions DisableDelayedExpansion
set "OLDEST_JAVA=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "WORK=%ROOT%\target\lamina"

call :need_jdk || exit /b 3
call :stale && (call :build || exit /b 3)

set "AOT=%WORK%\%CURRENT%\lamina.aot"
set "AOT_OPTION=-Xshare:auto"
if exist "%AOT%" set AOT_OPTION=-XX:AOTCache="%AOT%"
set "LAMINA_LAUNCHER=%ROOT%\lamina.cmd"
rem The composer: with the toolkit on the class path. Its own ahead-of-time cache is made by ./lamina only.
set "CLASS_PATH=%WORK%\%CURRENT%\lib\*"
set "OPTIONS=%ROOT%\app\src\main\launch\commands.options"
set "WINDOW="
if "%~1"=="" set "WINDOW=1"
if /i "%~1"=="studio" set "WINDOW=1"
if /i "%~1 %~2"=="bench window" set "WINDOW=1"
if defined WINDOW set "CLASS_PATH=%CLASS_PATH%;%WORK%\%CURRENT%\lib-window\*"
if defined WINDOW set "OPTIONS=%ROOT%\app\src\main\launch\window.options"
if defined WINDOW set "AOT_OPTION=-Xshare:auto"
"%JDK%\bin\java.exe" %AOT_OPTION% "@%OPTIONS%" -cp "%CLASS_PATH%" dev.lamina.app.Main %*
exit /b %ERRORLEVEL%

:need_jdk
set "JDK="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where java.exe 2^>nul') do if not defined JDK for %%D in ("%%~dpJ..") do call :try_jdk "%%~fD"
if not defined JDK for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    if not defined JDK for /d %%D in ("%%~P\*") do if not defined JDK call :try_jdk "%%~fD"
)
if defined JDK exit /b 0
>&2 echo lamina: no JDK %OLDEST_JAVA% or newer found (looked at JAVA_HOME, PATH and the usual folders)
>&2 echo hint: winget install EclipseAdoptium.Temurin.%OLDEST_JAVA%.JDK, then run this again in a new window (or set JAVA_HOME)
exit /b 3

rem Sets JDK when %1 holds a compiler of a suitable version; read from its release file, which starts no JVM.
:try_jdk
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+ tokens=1" %%M in ("%%~V") do if %%M GEQ %OLDEST_JAVA% set "JDK=%~1"
exit /b 0

rem Succeeds when there is something to build: sources, or folders because of deleted files, newer than the last build.
:stale
set "CURRENT="
set "TRAINED_WITH="
if not exist "%WORK%\current" exit /b 0
for /f "usebackq tokens=1,* delims=;" %%A in ("%WORK%\current") do (
    set "CURRENT=%%A"
    set "TRAINED_WITH=%%B"
)
if not exist "%WORK%\%CURRENT%\stamp" exit /b 0
if /i not "%TRAINED_WITH%"=="%JDK%" exit /b 0
powershell -NoProfile -Command "$s=(Get-Item -LiteralPath (Join-Path $env:WORK ($env:CURRENT+'\stamp'))).LastWriteTimeUtc; $r=$env:ROOT; $m=Get-ChildItem -LiteralPath $r -Directory | Where-Object Name -ne 'target'; $p=@(\"$r\pom.xml\",\"$r\lamina.cmd\",\"$r\.mvn\")+@($m|%%{$_.FullName+'\pom.xml'})+@($m|%%{$_.FullName+'\src\main'}); $p=$p|Where-Object {Test-Path -LiteralPath $_}; $n=@(Get-Item -LiteralPath $p -Force)+@(Get-ChildItem -LiteralPath $p -Recurse -Force); if ($n|Where-Object {$_.LastWriteTimeUtc -gt $s}|Select-Object -First 1) {exit 0} else {exit 1}"
exit /b %ERRORLEVEL%

:build
where mvn.cmd >nul 2>nul || (
    >&2 echo lamina: Maven not found on PATH
    >&2 echo hint: winget install Apache.Maven   or: scoop install maven   or: choco install maven
    exit /b 3
)
if not exist "%WORK%" mkdir "%WORK%"
rem A folder is made by one process only; two builds at once would disturb each other.
set "WAITED="
:wait
mkdir "%WORK%\lock" 2>nul && goto locked
if not defined WAITED (
    >&2 echo lamina: waiting for another build; if there is none, delete "%WORK%\lock"
    set "WAITED=1"
)
ping -n 2 127.0.0.1 >nul
goto wait
:locked
call :stale || (
    rmdir "%WORK%\lock"
    exit /b 0
)
if defined CURRENT (>&2 echo lamina: building, sources changed) else (>&2 echo lamina: building; the first time Maven fetches its plugins and Lamina's libraries)
set "NEW=build.%RANDOM%%RANDOM%"
mkdir "%WORK%\%NEW%"
type nul >"%WORK%\%NEW%\stamp"
pushd "%ROOT%"
set "OLD_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvn -B -q -Plauncher "-Dlamina.launcher=%WORK%\%NEW%\lib" -Dmaven.test.skip=true -Dspotless.check.skip=true -pl app -am package >"%WORK%\build.log" 2>&1
set "RESULT=%ERRORLEVEL%"
set "JAVA_HOME=%OLD_JAVA_HOME%"
popd
if not "%RESULT%"=="0" (
    >&2 echo lamina: the build failed ^(all of it: %WORK%\build.log^)
    >&2 findstr /b "[ERROR]" "%WORK%\build.log"
    rmdir /s /q "%WORK%\%NEW%"
    rmdir "%WORK%\lock"
    exit /b 3
)
copy /y "%ROOT%\app\target\lamina-app-*.jar" "%WORK%\%NEW%\lib\" >nul
"%JDK%\bin\java.exe" -XX:AOTCacheOutput="%WORK%\%NEW%\lamina.aot" "@%ROOT%\app\src\main\launch\commands.options" -cp "%WORK%\%NEW%\lib\*" dev.lamina.app.Main --train "%ROOT%\examples\minimal.yml" >"%WORK%\train.log" 2>&1 || del /q "%WORK%\%NEW%\lamina.aot" 2>nul
>"%WORK%\current.new" echo %NEW%;%JDK%
move /y "%WORK%\current.new" "%WORK%\current" >nul
rem Builds that a running program still uses cannot be deleted here; the next build tries again.
for /d %%D in ("%WORK%\build.*") do if /i not "%%~nxD"=="%NEW%" if /i not "%%~nxD"=="%CURRENT%" rmdir /s /q "%%~fD" 2>nul
set "CURRENT=%NEW%"
rmdir "%WORK%\lock"
exit /b 0
