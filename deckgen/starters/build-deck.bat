@echo off
rem Drop an outline (outline.yaml) or its folder on this file: the deck is built into dist beside it.
rem A double-click builds the outline that lies beside this file. Nothing else is changed.
rem It must not be called deckgen.bat: in its folder cmd would then run it in place of deckgen.exe.
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "PYTHONUTF8=1"
set "OUTLINE=%~f1"
if "%~1"=="" set "OUTLINE=%~dp0outline.yaml"
set "FOLDER=%~dp1"
if "%~1"=="" set "FOLDER=%~dp0"
if exist "%OUTLINE%\" set "FOLDER=%OUTLINE%"
if not exist "%OUTLINE%" echo If "&" or "^" is in the path, Windows cuts it here: rename the folder, or double-click this file.
set "HOW="
py -c "import deckgen" >nul 2>nul && set "HOW=py"
where deckgen.exe >nul 2>nul && set "HOW=exe"
if exist "%~dp0.venv\Scripts\deckgen.exe" set "HOW=venv"
pushd "%FOLDER%"
if "%HOW%"=="py" py -m deckgen build "%OUTLINE%"
if "%HOW%"=="exe" deckgen.exe build "%OUTLINE%"
if "%HOW%"=="venv" "%~dp0.venv\Scripts\deckgen.exe" build "%OUTLINE%"
set "CODE=%ERRORLEVEL%"
if "%HOW%"=="" echo deckgen is not installed; docs/windows.md says how.
if "%HOW%"=="" set "CODE=2"
if "%CODE%"=="0" if exist dist start "" dist
popd
echo.
pause
exit /b %CODE%
