@start "" "%~dp0Lamina Studio.exe" %*
